/** Below this, work that is eight times as much is done in linear time; quadratic work comes to 64. */
export const linear = 24;

const enoughRounds = 5;
const mostRounds = 40;

/**
 * How many times longer `work` takes at eight times `size`. Both are timed in turn and of each the best time counts, so
 * that a busy machine does not: where the two are not linear after some rounds, more follow. Both are done equally often
 * in a round, so often that the clock can tell.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  work(size);
  const runs = Math.max(1, Math.ceil(2 / Math.max(timeOf(work, size, 1), 0.001)));
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostRounds; round++) {
    if (round >= enoughRounds && large / small < linear) break;
    small = Math.min(small, timeOf(work, size, runs));
    large = Math.min(large, timeOf(work, size * 8, runs));
  }
  return large / small;
}

function timeOf(work: (size: number) => unknown, size: number, runs: number): number {
  const started = performance.now();
  for (let run = 0; run < runs; run++) work(size);
  return performance.now() - started;
}
