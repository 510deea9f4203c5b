import { quantile, type Reading } from './meter.ts';

/** Prints one line a check, and remembers whether all held. */
export interface Report {
  check(label: string, holds: boolean, words: string, readings: Reading[]): void;
  note(words: string): void;
  failed(): number;
}

export function createReport(): Report {
  let failures = 0;
  return {
    check(label, holds, words, readings) {
      if (!holds) failures += 1;
      const most = Math.max(0, ...readings.map(({ roundTrips }) => roundTrips));
      const requests = Math.max(0, ...readings.map((one) => one.requests));
      const times = `median ${quantile(readings, 0.5).toFixed(0)} p95 ${quantile(readings, 0.95).toFixed(0)} ms`;
      const cost = `${times}, ${most} round trips, ${requests} requests at most`;
      console.log(`${holds ? 'ok  ' : 'FAIL'} ${label.padEnd(26)} ${words.padEnd(22)} ${cost}`);
    },
    note(words) {
      console.log(`–    ${words}`);
    },
    failed: () => failures,
  };
}
