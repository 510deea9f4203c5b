import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { pop } from '../pop.ts';
import { type QuickCrm, startQuickCrm } from '../servers/quick-crm.ts';
import { changeSettings } from '../sides/connect-ringside.ts';
import { isWorker } from '../sides/start-side.ts';
import { inTurn } from './in-turn.ts';
import { type PairRow, type Sampler, whole } from './row.ts';
import { useSurface } from './use-surface.ts';

const samples = { quick: 8, full: 40 };

/** More than one contact for a number, or more than one CRM. All copies are fresh. */
export const severalRows: PairRow[] = [
  {
    kind: 'pair',
    id: 'ambiguous-panel',
    title: 'ambiguous, from the copies, panel',
    against: 'both names in a bare panel page',
    quick: false,
    samples,
    prepare: ambiguous,
  },
  {
    kind: 'pair',
    id: 'two-crms-panel',
    title: 'two CRMs that both have a copy, panel',
    against: 'a bare panel page with one CRM',
    quick: false,
    samples,
    prepare: twoCrms,
  },
];

const count = 4;

async function ambiguous(bench: Bench): Promise<Sampler> {
  await useSurface(bench, 'panel');
  const pairs = Array.from({ length: count }, () => {
    const first = bench.crm.person(2_000 + bench.next());
    const second = { ...first, id: `${first.id}-too`, name: `${first.name} too` };
    bench.crm.add(second);
    return { first, both: { ...first, name: `${first.name}, ${second.name}` } };
  });
  const next = inTurn(pairs, 2);
  const ringside = async () =>
    whole(await pop(bench, { side: 'ringside', person: next().first, where: 'list' }));
  const floor = async () => whole(await pop(bench, { side: 'floor', person: next().both, where: 'panel' }));
  // Each number once, so that both sides have their copies.
  for (const _ of pairs) {
    await ringside();
    await floor();
  }
  return { ringside, floor };
}

async function twoCrms(bench: Bench): Promise<Sampler> {
  await useSurface(bench, 'panel');
  const second = await startQuickCrm({ companion: bench.companion, seen: bench.crm.seen });
  await change(bench, second);
  const people = Array.from({ length: count }, () => {
    const index = 2_000 + bench.next();
    second.person(index);
    return bench.crm.person(index);
  });
  const next = inTurn(people, 2);
  const one = async (side: 'ringside' | 'floor') =>
    whole(await pop(bench, { side, person: next(), where: 'panel' }));
  for (const _ of people) for (const side of ['ringside', 'floor'] as const) await one(side);
  return {
    ringside: () => one('ringside'),
    floor: () => one('floor'),
    async after() {
      await change(bench);
      await second.stop();
    },
  };
}

/** Ringside with this further CRM, or without one. */
async function change(bench: Bench, second?: QuickCrm): Promise<void> {
  const { chromium } = bench.sides.ringside;
  const worker = await chromium.target('the worker', isWorker);
  await changeSettings(chromium, worker, { ...bench, ...(second && { more: [second] }) });
  await pause(1_500);
}
