/** What is told of many samples; milliseconds. */
export interface Times {
  median: number;
  p95: number;
  samples: number;
}

/** The value below which this share of the samples lies; NaN where there are none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const [upper = Number.NaN, lower = upper] = [
    sorted[Math.floor(sorted.length / 2)],
    sorted[Math.ceil(sorted.length / 2) - 1],
  ];
  return (upper + lower) / 2;
}

export function timesOf(samples: readonly number[]): Times {
  return {
    median: rounded(median(samples)),
    p95: rounded(quantile(samples, 0.95)),
    samples: samples.length,
  };
}

/** Hundredths are noise. */
export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

/**
 * How far the medians of the rounds lie apart, as a share of their middle: 0 where all are alike. Rounds are taken in turn
 * with the other side's, so that what differs between them is the machine's doing.
 */
export function spread(rounds: readonly (readonly number[])[]): number {
  const medians = rounds.filter((round) => round.length > 0).map(median);
  if (medians.length < 2) return 0;
  return (Math.max(...medians) - Math.min(...medians)) / median(medians);
}
