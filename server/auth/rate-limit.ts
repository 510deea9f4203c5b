import { keepNewest } from '../../lib/domain/text/keep-newest.ts';

/** A limit is reached. `seconds` until one more may be tried. */
export class TooOften extends Error {
  override readonly name = 'TooOften';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`again in ${seconds} s`);
    this.seconds = seconds;
  }
}

/** A bucket that holds `burst` and is refilled by `perSecond`. */
export interface Rate {
  burst: number;
  perSecond: number;
}

const mostBuckets = 10_000;

/**
 * Token buckets by key, in memory: a restart forgets them. `take` throws `TooOften` where the bucket is empty;
 * `giveBack` returns one, so that what succeeds can be free.
 */
export class RateLimit {
  readonly #buckets = new Map<string, { left: number; at: number }>();
  readonly #rate: Rate;
  readonly #now: () => number;

  constructor(rate: Rate, now: () => number = Date.now) {
    this.#rate = rate;
    this.#now = now;
  }

  take(key: string): void {
    const left = this.#left(key);
    if (left < 1) throw new TooOften(Math.ceil((1 - left) / this.#rate.perSecond));
    this.#set(key, left - 1);
  }

  giveBack(key: string): void {
    this.#set(key, Math.min(this.#rate.burst, this.#left(key) + 1));
  }

  /** Whether this key has a bucket still. */
  has(key: string): boolean {
    return this.#buckets.has(key);
  }

  forget(key: string): void {
    this.#buckets.delete(key);
  }

  #left(key: string): number {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) return this.#rate.burst;
    const refilled = ((this.#now() - bucket.at) / 1_000) * this.#rate.perSecond;
    return Math.min(this.#rate.burst, bucket.left + Math.max(0, refilled));
  }

  /** The map keeps the order of use, so that the bucket that goes is the one unused for longest. */
  #set(key: string, left: number): void {
    keepNewest(this.#buckets, key, { left, at: this.#now() }, mostBuckets);
  }
}

/**
 * Takes one of each bucket or of none, and throws what the first empty one says. Answers how to give them all back.
 */
export function takeAll(buckets: [RateLimit, string][]): () => void {
  const taken: [RateLimit, string][] = [];
  const giveBack = () => {
    for (const [limit, key] of taken) limit.giveBack(key);
  };
  try {
    for (const [limit, key] of buckets) {
      limit.take(key);
      taken.push([limit, key]);
    }
  } catch (error) {
    giveBack();
    throw error;
  }
  return giveBack;
}
