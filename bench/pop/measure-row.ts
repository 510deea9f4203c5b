import { cpus } from 'node:os';
import type { Bench } from './bench.ts';
import { heldBy } from './figures/held.ts';
import { load, slowness } from './figures/machine.ts';
import type { RowResult } from './figures/row-result.ts';
import { rounded, timesOf } from './figures/statistics.ts';
import type { PairRow, Row, Sample, Sampler } from './rows/row.ts';

/** Of so many rounds the samples of a row are, each side in turn within them. */
const rounds = 3;

/** Measures a row, and once more where the machine was held; then it keeps the better of the two and says what held it. */
export async function measureRow(bench: Bench, row: Row): Promise<RowResult> {
  const { id, title, against } = row;
  if (row.kind === 'fact') {
    const figures = await row.measure(bench);
    return { id, title, against, figures, held: '', repeated: false };
  }
  const first = await measurePair(bench, row);
  if (first.held === '' || bench.once) return first;
  const again = await measurePair(bench, row);
  return { ...(again.held.length <= first.held.length ? again : first), repeated: true };
}

async function measurePair(bench: Bench, row: PairRow): Promise<RowResult> {
  const sampler = await row.prepare(bench);
  try {
    return await sampleInTurn(row, sampler, bench.quick ? row.samples.quick : row.samples.full);
  } finally {
    await sampler.after?.();
  }
}

async function sampleInTurn(row: PairRow, sampler: Sampler, count: number): Promise<RowResult> {
  const taken: Record<'ringside' | 'floor', Sample[][]> = { ringside: [], floor: [] };
  const loadBefore = load();
  let slowest = slowness();
  for (let round = 0; round < rounds; round += 1) {
    const own: Record<'ringside' | 'floor', Sample[]> = { ringside: [], floor: [] };
    const here = Math.ceil((count * (round + 1)) / rounds) - Math.ceil((count * round) / rounds);
    for (let turn = 0; turn < here; turn += 1) {
      own.ringside.push(await sampler.ringside());
      own.floor.push(await sampler.floor());
    }
    taken.ringside.push(own.ringside);
    taken.floor.push(own.floor);
    slowest = Math.max(slowest, slowness());
  }
  const times = {
    ringside: taken.ringside.map((round) => round.map(({ ms }) => ms)),
    floor: taken.floor.map((round) => round.map(({ ms }) => ms)),
  };
  const ringside = timesOf(times.ringside.flat());
  const floor = timesOf(times.floor.flat());
  const requests = Math.max(...taken.ringside.flat().map((sample) => sample.requests));
  const machine = row.byProcessor ? { slowness: 1, load: 0 } : { slowness: slowest, load: loadBefore };
  const signs = { ...times, ...machine, cores: cpus().length };
  return {
    id: row.id,
    title: row.title,
    against: row.against,
    figures: {
      ratio: rounded(ringside.median / floor.median, 2),
      p95Ratio: rounded(ringside.p95 / floor.p95, 2),
      requests,
      ...row.more?.(ringside, floor),
      ...(await sampler.more?.()),
    },
    ringside,
    floor,
    held: heldBy(signs),
    repeated: false,
  };
}
