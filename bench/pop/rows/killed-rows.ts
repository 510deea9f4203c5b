import type { Bench } from '../bench.ts';
import { pop } from '../pop.ts';
import { knownPeople } from './known-people.ts';
import { type PairRow, type Sampler, whole } from './row.ts';
import { useSurface } from './use-surface.ts';

const samples = { quick: 6, full: 30 };

/** The browser stopped the worker, and in this moment it rings. */
export const killedRows: PairRow[] = [
  {
    kind: 'pair',
    id: 'killed-panel',
    title: 'worker killed in this moment, panel',
    against: 'a bare panel page, its worker killed',
    quick: true,
    samples,
    prepare: (bench) => killed(bench, 'panel'),
  },
  {
    kind: 'pair',
    id: 'killed-card',
    title: 'worker killed in this moment, card',
    against: 'a bare frame made for it, its worker killed',
    quick: true,
    samples,
    prepare: (bench) => killed(bench, 'card'),
  },
];

async function killed(bench: Bench, where: 'panel' | 'card'): Promise<Sampler> {
  const ringside = await knownPeople(bench, 'ringside');
  const floor = await knownPeople(bench, 'floor');
  await useSurface(bench, where);
  const one = async (side: 'ringside' | 'floor') => {
    const person = side === 'ringside' ? ringside() : floor();
    return whole(await pop(bench, { side, person, where, kill: true, restMs: 500 }));
  };
  return { ringside: () => one('ringside'), floor: () => one('floor') };
}
