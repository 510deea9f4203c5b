/** What one call of a connector cost: milliseconds, requests, and round trips (requests sent together are one). */
export interface Reading {
  ms: number;
  requests: number;
  roundTrips: number;
}

/** A fetch that counts, and a measure of what happens between two moments. */
export function createMeter() {
  let requests = 0;
  let roundTrips = 0;
  let underWay = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    requests += 1;
    if (underWay === 0) roundTrips += 1;
    underWay += 1;
    try {
      return await globalThis.fetch(input, init);
    } finally {
      underWay -= 1;
    }
  };
  return {
    fetch,
    async measure<Value>(work: () => Promise<Value>): Promise<{ value: Value; reading: Reading }> {
      const before = { requests, roundTrips, at: performance.now() };
      const value = await work();
      const reading = {
        ms: performance.now() - before.at,
        requests: requests - before.requests,
        roundTrips: roundTrips - before.roundTrips,
      };
      return { value, reading };
    },
  };
}

/** Milliseconds below which this part of the readings lies. */
export function quantile(readings: Reading[], part: number): number {
  const sorted = readings.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
}
