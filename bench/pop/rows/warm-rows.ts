import { setTimeout as pause } from 'node:timers/promises';
import { phoneCall } from '../../../e2e/harness/pages/host-page.ts';
import type { Bench } from '../bench.ts';
import { pop } from '../pop.ts';
import { knownPeople } from './known-people.ts';
import { type PairRow, type Sampler, whole } from './row.ts';
import { useSurface } from './use-surface.ts';

const samples = { quick: 12, full: 60 };

/** The copy is fresh: nothing is asked of the CRM. */
export const warmRows: PairRow[] = [
  {
    kind: 'pair',
    id: 'warm-panel',
    title: 'warm hit, panel',
    against: 'a bare panel page',
    quick: true,
    samples,
    prepare: (bench) => warm(bench, 'panel'),
  },
  {
    kind: 'pair',
    id: 'warm-card',
    title: 'warm hit, card',
    against: 'a bare frame made for it',
    quick: true,
    samples,
    prepare: (bench) => warm(bench, 'card'),
  },
  {
    kind: 'pair',
    id: 'card-up',
    title: 'warm hit, card up already',
    against: 'text painted into the host page',
    quick: true,
    samples,
    prepare: cardUp,
  },
];

async function warm(bench: Bench, where: 'panel' | 'card'): Promise<Sampler> {
  const ringside = await knownPeople(bench, 'ringside');
  const floor = await knownPeople(bench, 'floor');
  await useSurface(bench, where);
  const one = async (side: 'ringside' | 'floor') => {
    const person = side === 'ringside' ? ringside() : floor();
    return whole(await pop(bench, { side, person, where }));
  };
  // The first on a surface is another measurement.
  for (const side of ['ringside', 'floor'] as const) await one(side);
  return { ringside: () => one('ringside'), floor: () => one('floor') };
}

/** A call without a number holds the card up; the next one comes before it. */
async function cardUp(bench: Bench): Promise<Sampler> {
  const ringside = await knownPeople(bench, 'ringside');
  const floor = await knownPeople(bench, 'floor');
  await useSurface(bench, 'card');
  const side = bench.sides.ringside;
  const { clientId: _, ...held } = phoneCall(`held-${bench.next()}`, '', { withheld: true });
  await side.say([{ interaction: held }]);
  await pause(1_500);
  return {
    ringside: async () =>
      whole(await pop(bench, { side: 'ringside', person: ringside(), where: 'card', focus: true })),
    floor: async () => whole(await pop(bench, { side: 'floor', person: floor(), where: 'page' })),
    async after() {
      await side.say([{ interaction: { ...held, state: 'finished', endReason: 'missed' } }]);
      await pause(500);
    },
  };
}
