import { setTimeout as pause } from 'node:timers/promises';
import { phoneCall } from '../../../e2e/harness/pages/host-page.ts';
import type { Bench } from '../bench.ts';
import { median, rounded } from '../figures/statistics.ts';
import { pop } from '../pop.ts';
import { isWorker } from '../sides/start-side.ts';
import { fillCache } from './fill-cache.ts';
import { knownPeople } from './known-people.ts';
import type { FactRow } from './row.ts';
import { useSurface } from './use-surface.ts';

/** Ringside against itself: whether many of something make a pop slower. */
export const crowdRows: FactRow[] = [
  {
    kind: 'fact',
    id: 'live-100',
    title: '100 live ÷ 1, panel',
    against: 'Ringside with one',
    quick: false,
    measure: manyLive,
  },
  {
    kind: 'fact',
    id: 'cached-20k',
    title: '20,000 cached ÷ 1,000, panel',
    against: 'Ringside with 1,000',
    quick: false,
    measure: manyCached,
  },
];

const samples = 25;

/** Of a pop that comes to the front, milliseconds. */
async function typical(bench: Bench): Promise<number> {
  const next = await knownPeople(bench, 'ringside');
  await useSurface(bench, 'panel');
  const times: number[] = [];
  for (let turn = 0; turn < samples; turn += 1)
    times.push((await pop(bench, { side: 'ringside', person: next(), where: 'panel', focus: true })).ms);
  return median(times);
}

/** An origin may have 100 live; the one that rings is the hundredth. */
async function manyLive(bench: Bench) {
  const side = bench.sides.ringside;
  const before = await typical(bench);
  const others = Array.from({ length: 99 }, () => {
    const { number } = bench.crm.person(3_000 + bench.next());
    return phoneCall(`crowd-${bench.next()}`, number);
  });
  await side.say(others.map((interaction) => ({ interaction })));
  await pause(5_000);
  const crowded = await typical(bench);
  await side.say(
    others.map((one) => ({
      interaction: { ...one, state: 'finished' as const, endReason: 'missed' as const },
    })),
  );
  await pause(3_000);
  const after = await typical(bench);
  // One live is measured on both sides of it, so that a machine that became slower is not taken for the crowd.
  return { ratio: rounded(crowded / ((before + after) / 2), 2) };
}

async function manyCached(bench: Bench) {
  const { chromium } = bench.sides.ringside;
  // Somebody must be in it to be copied.
  await knownPeople(bench, 'ringside');
  const { targetId } = await chromium.target('the worker', isWorker);
  await fillCache(chromium, targetId, 1_000);
  await pause(2_000);
  const few = await typical(bench);
  for (let count = 4_000; count <= 20_000; count += 4_000) await fillCache(chromium, targetId, count);
  await pause(5_000);
  return { ratio: rounded((await typical(bench)) / few, 2) };
}
