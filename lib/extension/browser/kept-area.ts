import { type KeptDatabase, openKeptDatabase } from '../../engine/cache/kept-database.ts';
import type { StorageApi, StorageArea, StorageListener } from './storage-api.ts';

/** Key of `storage.session` that tells the worker, asleep or awake, and our pages which keys changed. */
const changedKey = 'kept.changed';
/** What an earlier Ringside had in `storage.local`; its credential was bound to no CRM and is not taken over. */
const formerKeys = ['settings'];
const formerCredential = ['credential', 'credential.tokens'];

/**
 * `local` in a database of the extension's own origin, for browsers that cannot close `storage.local` to content scripts.
 * Its changes are told as `storage.onChanged` tells them, by way of `storage.session`, which is closed to content scripts
 * everywhere and wakes the worker. Takes over the settings of an earlier Ringside once, on its first use.
 */
export function createKeptArea(api: StorageApi): StorageApi['storage'] {
  const database = openKeptDatabase();
  let ready: Promise<unknown> | undefined;
  const opened = async (): Promise<KeptDatabase> => {
    ready ??= takeOver();
    await ready;
    return database;
  };

  async function takeOver(): Promise<void> {
    if (await database.takeOver(() => api.storage.local.get(formerKeys)))
      await api.storage.local.remove([...formerKeys, ...formerCredential]);
  }

  async function tell(keys: string[]): Promise<void> {
    await api.storage.session.set({ [changedKey]: { keys, at: crypto.randomUUID() } });
  }

  const local: StorageArea = {
    get: async (keys = null) => (await opened()).read(keys === null ? null : [keys].flat()),
    async set(items) {
      await (await opened()).write(items);
      await tell(Object.keys(items));
    },
    async remove(keys) {
      await (await opened()).remove([keys].flat());
      await tell([keys].flat());
    },
  };

  const relays = new Map<StorageListener, StorageListener>();
  return {
    local,
    session: api.storage.session,
    onChanged: {
      addListener(listener) {
        const relay = relayTo(listener, local);
        relays.set(listener, relay);
        api.storage.onChanged.addListener(relay);
      },
      removeListener(listener) {
        const relay = relays.get(listener);
        if (relay) api.storage.onChanged.removeListener(relay);
        relays.delete(listener);
      },
    },
  };
}

/** A listener of the browser's that tells `listener` of our `local` in place of the browser's. */
function relayTo(listener: StorageListener, local: StorageArea): StorageListener {
  return (changes, area) => {
    if (area !== 'local') listener(changes, area);
    const told = area === 'session' ? changes[changedKey]?.newValue : undefined;
    if (told === undefined) return;
    const { keys } = told as { keys: string[] }; // Written above and by nobody else.
    void local
      .get(keys)
      .then((now) => listener(Object.fromEntries(keys.map((key) => [key, { newValue: now[key] }])), 'local'));
  };
}
