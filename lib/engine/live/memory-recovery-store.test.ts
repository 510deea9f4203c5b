import { describe, expect, it } from 'vitest';
import { createMemoryRecoveryStore } from './memory-recovery-store.ts';
import type { KeptInteraction } from './recovery-store.ts';

function interaction(key: string): KeptInteraction {
  return {
    key,
    source: { origin: 'https://desk.example.com', adapter: 'host-protocol', tabId: 1, frameId: 0 },
    facts: { id: key, channel: 'phone', direction: 'inbound', state: 'offered' },
    answers: [],
    drafts: {},
    rejected: [],
    declined: [],
    sightings: [],
    mode: 'reduced',
    writes: [],
    startedAt: 1,
  };
}

describe('the recovery copy in memory', () => {
  it('starts with nothing', async () => {
    expect(await createMemoryRecoveryStore().load()).toEqual({ interactions: [], rest: null });
  });

  it('gives back the last copy of each interaction, and not those removed', async () => {
    const store = createMemoryRecoveryStore();
    await store.saveInteraction(interaction('a'));
    await store.saveInteraction(interaction('b'));
    await store.saveInteraction({ ...interaction('a'), mode: 'full' });
    await store.removeInteraction('b');
    expect((await store.load()).interactions).toEqual([{ ...interaction('a'), mode: 'full' }]);
  });

  it('is not changed by what happens to the object afterwards', async () => {
    const store = createMemoryRecoveryStore();
    const live = interaction('a');
    await store.saveInteraction(live);
    live.rejected.push('1');
    (await store.load()).interactions[0]?.rejected.push('2');
    expect((await store.load()).interactions[0]?.rejected).toEqual([]);
  });
});
