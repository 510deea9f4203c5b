import type { Rate } from './rate.ts';

/** A place that is free within this is soon enough for a call that rings. */
const soonMs = 1_000;
const fewest = 4;

/** How many of them go at once, and how far apart those after them are. */
export function paceOf({ requests, perMs }: Rate): { atOnce: number; apartMs: number } {
  const atOnce = perMs > soonMs && requests >= fewest ? Math.ceil(requests / 2) : requests;
  return { atOnce, apartMs: perMs / Math.max(1, requests - atOnce) };
}

/**
 * Counts what was sent within the last `perMs`. Not a token bucket, which lets nearly twice as many through in its first
 * stretch: a CRM that counts requests a minute would refuse those. Of a long stretch only half goes at once and the rest one
 * by one: were all of it gone, a call that rings then would wait for most of the stretch.
 */
export function createRequestWindow({ requests, perMs }: Rate) {
  const { atOnce, apartMs } = paceOf({ requests, perMs });
  let sent: number[] = [];

  /** Until enough of those sent before are old. Each one waits for the one that many places before it. */
  function untilOld(counted: number[], place: number, now: number): number {
    const round = Math.floor(place / requests);
    return (counted[place % requests] ?? now) + round * perMs - now;
  }

  /** Until all ahead and this one have kept their distance, or those at once are old, whichever is sooner. */
  function untilApart(counted: number[], ahead: number, now: number): number {
    const free = Math.max(0, atOnce - counted.length);
    const last = free > 0 ? now : (counted.at(-1) ?? now);
    const apart = last + apartMs * (ahead - free + 1) - now;
    const old = counted[counted.length + ahead - atOnce];
    return Math.max(0, Math.min(apart, old === undefined ? apart : old + perMs - now));
  }

  return {
    add(now: number): void {
      sent = sent.filter((at) => at + perMs > now);
      sent.push(now);
    },
    /** Milliseconds until one more may be sent, after `ahead` others that wait already. */
    waitMs(now: number, ahead = 0): number {
      const counted = sent.filter((at) => at + perMs > now);
      const place = counted.length + ahead;
      if (place < atOnce) return 0;
      return atOnce < requests ? untilApart(counted, ahead, now) : untilOld(counted, place, now);
    },
  };
}
