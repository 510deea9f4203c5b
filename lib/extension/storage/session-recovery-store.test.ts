import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { KeptInteraction, LiveCopy } from '../../engine/live/recovery-store.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { createSessionRecoveryStore } from './session-recovery-store.ts';

const api = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.
const rest: LiveCopy = {
  connections: [],
  parties: {},
  hosts: [],
  front: 'a',
  pinned: null,
  recent: [],
  outbox: [],
  aside: {},
  writes: [],
  ended: [],
  prunedAt: 0,
};
const live = (key: string, state = 'active', endedAt = 0) =>
  ({ key, facts: { state }, startedAt: 1, endedAt }) as unknown as KeptInteraction; // Only what the store looks at.

/** The same area with room for so many interactions. */
function withRoomFor(most: number): StorageApi {
  const session = api.storage.session;
  const set = async (items: Record<string, unknown>): Promise<void> => {
    const stored = Object.keys({ ...(await session.get(null)), ...items });
    if (stored.filter((key) => key.startsWith('live:')).length > most)
      throw new Error('Session storage quota bytes exceeded. Values were not stored.');
    await session.set(items);
  };
  return { storage: { session: { get: session.get, remove: session.remove, set } } } as unknown as StorageApi;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

describe('the recovery copy', () => {
  it('is empty at first', async () => {
    expect(await createSessionRecoveryStore(api).load()).toEqual({ interactions: [], rest: null });
  });

  it('is written once for all that changes in the same moment', async () => {
    const session = api.storage.session;
    const set = vi.fn(session.set);
    const store = createSessionRecoveryStore({
      storage: { session: { get: session.get, remove: session.remove, set } },
    } as unknown as StorageApi);
    await Promise.all([
      ...['offered', 'active'].map((state) => store.saveInteraction(live('a', state))),
      store.saveInteraction(live('b')),
      store.saveRest(rest),
    ]);
    const { connections, ...others } = rest;
    const first = { rest: others, 'rest.connections': connections };
    expect(set.mock.calls).toEqual([[{ 'live:a': live('a'), 'live:b': live('b'), ...first }]]);
    await store.saveRest({ ...rest, front: 'b' });
    // What all fields are is not written again with each call.
    expect(set.mock.lastCall).toEqual([{ rest: { ...others, front: 'b' } }]);
    await store.saveRest({ ...rest, connections: [] });
    expect(set.mock.lastCall).toEqual([first]);
  });

  it('takes what left away, whatever else is written in the same moment', async () => {
    const store = createSessionRecoveryStore(api);
    await store.saveInteraction(live('a'));
    await Promise.all([
      store.saveInteraction(live('a', 'held')),
      store.removeInteraction('a'),
      store.saveRest(rest),
    ]);
    expect(await createSessionRecoveryStore(api).load()).toEqual({ interactions: [], rest });
  });

  it('gives a new worker what the old one saved, one key an interaction', async () => {
    const store = createSessionRecoveryStore(api);
    await store.saveInteraction(live('a'));
    await store.saveInteraction(live('b'));
    await store.saveInteraction(live('b', 'held'));
    await store.saveRest(rest);
    await store.saveInteraction(live('c'));
    await store.removeInteraction('c');
    expect(await createSessionRecoveryStore(api).load()).toEqual({
      interactions: [live('a'), live('b', 'held')],
      rest,
    });
    expect(Object.keys(await api.storage.session.get(null)).toSorted()).toEqual([
      'live:a',
      'live:b',
      'rest',
      'rest.connections',
    ]);
  });

  it('drops finished interactions first where there is no room, the oldest first', async () => {
    const store = createSessionRecoveryStore(withRoomFor(3));
    await store.saveInteraction(live('late', 'finished', 20));
    await store.saveInteraction(live('early', 'closed', 10));
    await store.saveInteraction(live('talking'));
    await store.saveInteraction(live('ringing', 'offered'));
    const { interactions } = await store.load();
    expect(interactions.map(({ key }) => key).toSorted()).toEqual(['late', 'ringing', 'talking']);
  });

  it('says so where there is no room for those that are live', async () => {
    const store = createSessionRecoveryStore(withRoomFor(1));
    await store.saveInteraction(live('talking'));
    await expect(store.saveInteraction(live('ringing', 'offered'))).rejects.toThrow('quota');
    expect((await store.load()).interactions.map(({ key }) => key)).toEqual(['talking']);
  });
});
