import type { CrmRate } from './rate.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';

/** What all requests of one connection have in common, through whichever `Http` they go. */
export interface Traffic {
  limiter: RateLimiter;
  /** Writes that have ended, well or not. A read that began before one of them may not stand for a later one. */
  writes: number;
}

/** One for each connection, with the rate that its connector declares. */
export function createTraffic(rate: CrmRate): Traffic {
  return { limiter: createRateLimiter(rate), writes: 0 };
}
