const burst = 60;
const perMinute = 60;

interface Waiting {
  urgent: boolean;
  stillWanted: () => boolean;
  go: () => void;
}

interface Bucket {
  tokens: number;
  at: number;
  waiting: Waiting[];
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * How many lookups the hosts of one origin may cause: 60 at once, then 60 a minute, what rings or is in front first
 * (safety.md T2: a page must not enumerate contacts through us). Those that are not wanted any more cost nothing.
 */
export class LookupBudget {
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Resolves when a lookup may be made; also when it is not wanted any more, which the caller has to check. */
  take(origin: string, urgent: boolean, stillWanted: () => boolean): Promise<void> {
    const bucket = this.#buckets.get(origin) ?? { tokens: burst, at: this.#now(), waiting: [] };
    this.#buckets.set(origin, bucket);
    this.#refill(bucket);
    if (bucket.tokens >= 1 && bucket.waiting.length === 0) {
      bucket.tokens -= 1;
      return Promise.resolve();
    }
    return new Promise((go) => {
      bucket.waiting.push({ urgent, stillWanted, go });
      this.#serve(bucket);
    });
  }

  #serve(bucket: Bucket): void {
    this.#refill(bucket);
    const unwanted = bucket.waiting.filter(({ stillWanted }) => !stillWanted());
    bucket.waiting = bucket.waiting.filter((one) => !unwanted.includes(one));
    for (const { go } of unwanted) go();
    while (bucket.tokens >= 1 && bucket.waiting.length > 0) {
      const next = bucket.waiting.find(({ urgent }) => urgent) ?? bucket.waiting[0];
      if (!next) break;
      bucket.waiting.splice(bucket.waiting.indexOf(next), 1);
      bucket.tokens -= 1;
      next.go();
    }
    clearTimeout(bucket.timer);
    if (bucket.waiting.length === 0) return;
    bucket.timer = setTimeout(
      () => this.#serve(bucket),
      Math.ceil(((1 - bucket.tokens) * 60_000) / perMinute),
    );
  }

  #refill(bucket: Bucket): void {
    const now = this.#now();
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) * perMinute) / 60_000);
    bucket.at = now;
  }
}
