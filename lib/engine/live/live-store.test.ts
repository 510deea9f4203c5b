import { describe, expect, it, vi } from 'vitest';
import type { AnsweredInteraction } from '../../domain/interaction/live.ts';
import { LiveStore } from './live-store.ts';
import { createMemoryRecoveryStore } from './memory-recovery-store.ts';

const live: AnsweredInteraction = {
  key: '1',
  source: { origin: 'https://desk.example.com', adapter: 'host-protocol', tabId: 1, frameId: 0 },
  facts: { id: '1', channel: 'phone', direction: 'inbound', state: 'offered' },
  sightings: [],
  answers: [],
  resolution: { status: 'idle' },
  drafts: {},
  rejected: [],
  declined: [],
  mode: 'reduced',
  writes: [],
  startedAt: 0,
};
const life = new AbortController().signal;

describe('the desk', () => {
  it('tells every listener and keeps the recovery copy although one of them throws, and says so', async () => {
    const recovery = createMemoryRecoveryStore();
    const errors: unknown[] = [];
    const desk = new LiveStore(recovery, 0, (error) => errors.push(error));
    const broken = new Error('broken');
    const later = vi.fn();
    desk.subscribe(() => {
      throw broken;
    }, life);
    desk.subscribe(later, life);
    desk.put(live);
    await desk.flushed();
    expect(later).toHaveBeenLastCalledWith(expect.objectContaining({ interactions: [live] }));
    const { resolution: _, ...kept } = live;
    expect((await recovery.load()).interactions).toEqual([kept]);
    expect(errors).toEqual([broken, broken]);
  });

  it('tells and keeps nothing where nothing changed', async () => {
    const recovery = createMemoryRecoveryStore();
    const desk = new LiveStore(recovery, 0);
    desk.put(live);
    desk.set({ front: '1', recent: [] });
    desk.keep({ parties: {} });
    await desk.flushed();
    const listener = vi.fn();
    const saves = [vi.spyOn(recovery, 'saveInteraction'), vi.spyOn(recovery, 'saveRest')];
    desk.subscribe(listener, life);
    desk.put({ ...live, facts: { ...live.facts } });
    desk.patch('1', (one) => ({ ...one, resolution: { status: 'idle' } }));
    desk.set({ front: '1', recent: [], hosts: [] });
    desk.keep({ parties: {} });
    await desk.flushed();
    expect(listener).toHaveBeenCalledOnce();
    for (const save of saves) expect(save).not.toHaveBeenCalled();
  });
});
