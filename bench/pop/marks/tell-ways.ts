import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { median, rounded } from '../figures/statistics.ts';
import type { PairRow } from '../rows/row.ts';
import { stepsOf, type Way } from './way-of.ts';

const samples = 15;
/** Marks are sent when nothing has happened for a while. */
const sentWithinMs = 300;

/** Where the time of a row goes, as lines of text: Ringside alone, with marks in its scripts. */
export async function tellWays(bench: Bench, row: PairRow): Promise<string> {
  const sampler = await row.prepare(bench);
  const ways: Way[] = [];
  try {
    for (let turn = 0; turn < samples; turn += 1) {
      bench.desk.marks.splice(0);
      const { rang, ms } = await sampler.ringside();
      await pause(sentWithinMs);
      ways.push({ rang, ms, marks: bench.desk.marks.splice(0) });
    }
  } finally {
    await sampler.after?.();
  }
  const painted = rounded(median(ways.map(({ ms }) => ms)));
  const steps = stepsOf(ways).map(
    ({ place, what, at, pops }) =>
      `${at.toFixed(1).padStart(7)}  ${place.padEnd(9)}  ${what}${pops < samples ? ` (in ${pops} of ${samples})` : ''}`,
  );
  return [`${row.title}`, ...steps, `${painted.toFixed(1).padStart(7)}  painted`].join('\n');
}
