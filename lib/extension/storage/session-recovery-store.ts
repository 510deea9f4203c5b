import type { KeptInteraction, LiveCopy, RecoveryStore } from '../../engine/live/recovery-store.ts';
import { browser } from '../browser/browser.ts';
import { log } from '../browser/log.ts';
import type { StorageApi } from '../browser/storage-api.ts';

const prefix = 'live:';
const restKey = 'rest';

/**
 * The recovery copy in `storage.session`: memory of the browser, 10 MB, for trusted contexts only. Where it is full the
 * copies of finished interactions go first, oldest first; a copy that still does not fit rejects.
 */
export function createSessionRecoveryStore(api: StorageApi = browser): RecoveryStore {
  const area = api.storage.session;

  async function set(key: string, value: unknown): Promise<void> {
    try {
      await area.set({ [key]: value });
    } catch (error) {
      log('warn', 'the recovery copy could not be written', { error });
      await evict(key, value);
    }
  }

  async function evict(key: string, value: unknown): Promise<void> {
    for (const victim of await finishedKeys()) {
      if (victim === key) continue;
      await area.remove(victim);
      const fits = await area.set({ [key]: value }).then(
        () => true,
        () => false,
      );
      if (fits) return;
    }
    await area.set({ [key]: value });
  }

  async function finishedKeys(): Promise<string[]> {
    return (await all())
      .filter(({ facts }) => facts.state === 'finished' || facts.state === 'closed')
      .toSorted((a, b) => (a.endedAt ?? a.startedAt) - (b.endedAt ?? b.startedAt))
      .map(({ key }) => prefix + key);
  }

  async function all(): Promise<KeptInteraction[]> {
    const stored = await area.get(null);
    return Object.entries(stored)
      .filter(([key]) => key.startsWith(prefix))
      .map(([, live]) => live as KeptInteraction); // Written below, by this very version: an update empties the area.
  }

  return {
    async load() {
      const rest = (await area.get(restKey))[restKey] as LiveCopy | undefined; // As above.
      return { interactions: await all(), rest: rest ?? null };
    },
    saveInteraction: (live) => set(prefix + live.key, live),
    removeInteraction: (key) => area.remove(prefix + key),
    saveRest: (rest) => set(restKey, rest),
  };
}
