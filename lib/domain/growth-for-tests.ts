/** Below this, work that is eight times as much is done in linear time; quadratic work comes to 64. */
export const linear = 24;

/**
 * How many times longer `work` takes at eight times `size`. Of each the best of five runs counts, so that a busy machine
 * does not; both sizes are done equally often in a run, so often that the clock can tell.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  work(size);
  const once = Math.min(...times(5, () => timeOf(work, size, 1)));
  const runs = Math.max(1, Math.ceil(2 / Math.max(once, 0.001)));
  const best = (of: number) => Math.min(...times(5, () => timeOf(work, of, runs)));
  return best(size * 8) / best(size);
}

function timeOf(work: (size: number) => unknown, size: number, runs: number): number {
  const started = performance.now();
  for (let run = 0; run < runs; run++) work(size);
  return performance.now() - started;
}

function times<Result>(count: number, one: () => Result): Result[] {
  return Array.from({ length: count }, one);
}
