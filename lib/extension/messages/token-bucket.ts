export interface TokenBucket {
  /** Takes one; false when there is none. */
  take(): boolean;
  /** Milliseconds until there is one. */
  waitMs(): number;
}

/** Lets `size` through at once and `perSecond` in the long run. `now` in milliseconds, never going back. */
export function createTokenBucket(
  size: number,
  perSecond: number,
  now = () => performance.now(),
): TokenBucket {
  let tokens = size;
  let at = now();

  function refill(): void {
    const time = now();
    tokens = Math.min(size, tokens + ((time - at) / 1_000) * perSecond);
    at = time;
  }

  return {
    take() {
      refill();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    waitMs() {
      refill();
      return Math.max(0, Math.ceil(((1 - tokens) / perSecond) * 1_000));
    },
  };
}
