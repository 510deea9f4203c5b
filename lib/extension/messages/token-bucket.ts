export interface TokenBucket {
  /** Takes one; false when there is none. */
  take(): boolean;
  /** Milliseconds until there is one. */
  waitMs(): number;
  /** Takes one in any case and says in how many milliseconds it may be used: a fair queue. */
  reserve(): number;
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

  function refill(): void {
    const at = now();
    // A clock set back must not stop tokens from coming.
    const gained = (Math.max(0, at - filledAt) / 1_000) * perSecond;
    tokens = Math.min(burst, tokens + gained);
    filledAt = at;
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
    reserve() {
      refill();
      tokens -= 1;
      return tokens >= 0 ? 0 : (-tokens / perSecond) * 1_000;
    },
  };
}
