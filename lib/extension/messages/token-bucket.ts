export interface TokenBucket {
  /** Milliseconds until there is one. */
  waitMs(): number;
  /** Takes one, or, where there is none, the next that comes: who waits before it takes stands in a fair queue. */
  take(): void;
}

export interface Rate {
  /** So many at once. */
  burst: number;
  perSecond: number;
}

/** Lets `burst` through at once and `perSecond` in the long run. `now` in milliseconds. */
export function createTokenBucket({ burst, perSecond }: Rate, now: () => number = Date.now): TokenBucket {
  let tokens = burst;
  let filledAt = now();

  return {
    waitMs() {
      const at = now();
      // A clock set back must not stop tokens from coming.
      const gained = (Math.max(0, at - filledAt) / 1_000) * perSecond;
      tokens = Math.min(burst, tokens + gained);
      filledAt = at;
      return Math.max(0, Math.ceil(((1 - tokens) / perSecond) * 1_000));
    },
    take() {
      tokens -= 1;
    },
  };
}
