import type { KeptInteraction, LiveCopy, RecoveryStore } from '../../engine/live/recovery-store.ts';
import { browser } from '../browser/browser.ts';
import { log } from '../browser/log.ts';
import type { StorageApi } from '../browser/storage-api.ts';

const prefix = 'live:';
const restKey = 'rest';
/** Of the rest what is large, since each CRM says of its fields, and hardly ever changes. */
const connectionsKey = 'rest.connections';

/**
 * The browser's own process takes writes and messages one after the other, some 5 ms a write: what a view waits for goes
 * first. A host event is acknowledged when it is written and sent again until then, so this loses none. Milliseconds.
 */
const gatherMs = 25;

/** What is to be written under one key; undefined: nothing any more. */
interface Asked {
  value: unknown;
  done: PromiseWithResolvers<void>;
}

/**
 * The recovery copy in `storage.session`: memory of the browser, 10 MB, for trusted contexts only. What changes within
 * `gatherMs` is one write. Where the area is full the copies of finished interactions go first, oldest first; a copy that
 * still does not fit rejects.
 */
export function createSessionRecoveryStore(api: StorageApi = browser): RecoveryStore {
  const area = api.storage.session;
  let asked = new Map<string, Asked>();
  let turn: Promise<unknown> = Promise.resolve();
  /** As they were written last: told to every page of ours, they would be read there with each call. */
  let connections: LiveCopy['connections'] | undefined;

  function put(key: string, value: unknown): Promise<void> {
    if (asked.size === 0) setTimeout(writeGathered, gatherMs);
    const done = asked.get(key)?.done ?? Promise.withResolvers<void>();
    asked.set(key, { value, done });
    return done.promise;
  }

  function writeGathered(): void {
    const all = [...asked];
    asked = new Map();
    const gone = all.filter(([, { value }]) => value === undefined);
    const kept = all.filter(([, { value }]) => value !== undefined);
    turn = turn.then(() => Promise.all([settle(gone, remove), settle(kept, set)]));
  }

  /** All in one call; where that fails each by itself, so that one that does not fit loses no other. */
  async function settle(
    all: [string, Asked][],
    act: (all: [string, Asked][]) => Promise<void>,
  ): Promise<void> {
    if (all.length === 0) return;
    try {
      await act(all);
      for (const [, { done }] of all) done.resolve();
    } catch (error) {
      log('warn', 'the recovery copy could not be written', { error });
      for (const [key, { value, done }] of all)
        await (value === undefined ? area.remove(key) : setAlone(key, value)).then(done.resolve, done.reject);
    }
  }

  const remove = (all: [string, Asked][]) => area.remove(all.map(([key]) => key));
  const set = (all: [string, Asked][]) =>
    area.set(Object.fromEntries(all.map(([key, { value }]) => [key, value])));
  const setAlone = (key: string, value: unknown) => area.set({ [key]: value }).catch(() => evict(key, value));

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
    return interactionsOf(await area.get(null))
      .filter(({ facts }) => facts.state === 'finished' || facts.state === 'closed')
      .toSorted((a, b) => (a.endedAt ?? a.startedAt) - (b.endedAt ?? b.startedAt))
      .map(({ key }) => prefix + key);
  }

  function interactionsOf(stored: Record<string, unknown>): KeptInteraction[] {
    return Object.entries(stored)
      .filter(([key]) => key.startsWith(prefix))
      .map(([, live]) => live as KeptInteraction); // Written below, by this very version: an update empties the area.
  }

  return {
    async load() {
      const stored = await area.get(null);
      const { [restKey]: rest, [connectionsKey]: all = [] } = stored as {
        [restKey]?: Omit<LiveCopy, 'connections'>;
        [connectionsKey]?: LiveCopy['connections'];
      }; // As above.
      return { interactions: interactionsOf(stored), rest: rest ? { ...rest, connections: all } : null };
    },
    saveInteraction: (live) => put(prefix + live.key, live),
    removeInteraction: (key) => put(prefix + key, undefined),
    async saveRest({ connections: next, ...rest }) {
      const isNew = next !== connections;
      connections = next;
      const both = [put(restKey, rest), ...(isNew ? [put(connectionsKey, next)] : [])];
      await Promise.all(both).catch((error: unknown) => {
        connections = undefined;
        throw error;
      });
    },
  };
}
