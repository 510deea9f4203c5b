/** Limits a rate: `burst` at once, then `perSecond`. `wait()` takes one and says in how many milliseconds it may be used. */
export interface EventPace {
  wait(): number;
}

/** `now` is epoch milliseconds. The answer grows by 1000/perSecond with every call beyond the burst: a fair queue. */
export function createEventPace(limits: { burst: number; perSecond: number }, now = Date.now): EventPace {
  let tokens = limits.burst;
  let filledAt = now();
  return {
    wait() {
      const at = now();
      // A clock set back must not stop tokens from coming.
      const gained = (Math.max(0, at - filledAt) / 1000) * limits.perSecond;
      tokens = Math.min(limits.burst, tokens + gained) - 1;
      filledAt = at;
      return tokens >= 0 ? 0 : (-tokens / limits.perSecond) * 1000;
    },
  };
}
