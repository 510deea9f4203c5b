/** How often something may be done: so many times within any stretch of so many milliseconds. */
export interface Rate {
  requests: number;
  perMs: number;
}

/**
 * Counts what was sent within the last `perMs`. Not a token bucket, which lets nearly twice as many through in its first
 * stretch: a CRM that counts requests a minute would refuse those.
 */
export function createRequestWindow({ requests, perMs }: Rate) {
  let sent: number[] = [];
  return {
    add(now: number): void {
      sent = sent.filter((at) => at + perMs > now);
      sent.push(now);
    },
    /** Milliseconds until one more may be sent, after `ahead` others that wait already. */
    waitMs(now: number, ahead = 0): number {
      const counted = sent.filter((at) => at + perMs > now);
      const place = counted.length + ahead;
      if (place < requests) return 0;
      // Each one waits for the one that many places before it, which was sent, or will be as soon as it may.
      const round = Math.floor(place / requests);
      return (counted[place % requests] ?? now) + round * perMs - now;
    },
  };
}
