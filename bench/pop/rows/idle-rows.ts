import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { pop } from '../pop.ts';
import { knownPeople } from './known-people.ts';
import { type PairRow, type Sampler, whole } from './row.ts';
import { useSurface } from './use-surface.ts';

/** A quiet desk: what the browser puts to sleep meanwhile, worker and databases alike, must wake up. */
export const idleRows: PairRow[] = [
  {
    kind: 'pair',
    id: 'idle-panel',
    title: 'after 40 s in which nothing happened, panel',
    against: 'a bare panel page that rested as long',
    quick: false,
    samples: { quick: 3, full: 6 },
    prepare: rested,
  },
];

/** The browser stops a worker that heard nothing for 30 s. */
const restMs = 40_000;

async function rested(bench: Bench): Promise<Sampler> {
  const ringside = await knownPeople(bench, 'ringside');
  const floor = await knownPeople(bench, 'floor');
  await useSurface(bench, 'panel');
  return {
    async ringside() {
      await pause(restMs);
      return whole(await pop(bench, { side: 'ringside', person: ringside(), where: 'panel' }));
    },
    // It rested as long: its turn is right after the other's.
    floor: async () => whole(await pop(bench, { side: 'floor', person: floor(), where: 'panel' })),
  };
}
