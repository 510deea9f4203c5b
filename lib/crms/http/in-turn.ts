import type { ErrandNow } from '../../domain/interaction/errand.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { parseRetryAfter } from './retry-after.ts';

/** What is left of its time for the answer when a request has waited for its turn. */
const answerMs = 2_000;

/**
 * A fetch for one request and its retries within `timeoutMs` from now: each attempt waits for its turn. A CRM that says when
 * to come back is left alone by the whole connection till then.
 */
export function inTurn(
  fetch: typeof globalThis.fetch,
  limiter: RateLimiter,
  { search, timeoutMs, errand }: { search: boolean; timeoutMs: number; errand: ErrandNow },
): typeof globalThis.fetch {
  const until = performance.now() + timeoutMs - answerMs;
  return async (input, init) => {
    const signal = input instanceof Request ? input.signal : init?.signal;
    await limiter.turn({ search, until, errand, signal: signal ?? undefined });
    const response = await fetch(input, init);
    const { status, headers } = response;
    const retryAfterMs = parseRetryAfter(headers.get('Retry-After'), Date.now());
    if (retryAfterMs !== undefined && (status === 429 || status === 503)) {
      limiter.pause({ code: status === 429 ? 'rate-limited' : 'server-error', retryAfterMs });
    }
    return response;
  };
}
