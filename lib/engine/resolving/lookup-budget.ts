import { type ErrandNow, mostUrgent } from '../../domain/interaction/errand.ts';
import { createTurnOrder } from '../../domain/interaction/turn-order.ts';

const burst = 60;
const perMinute = 60;

/** What the CRM is to be asked. The same question is one, however many wait for its answer. */
export interface Question {
  id: string;
  /** Requests that it takes at most, by the plan of the connector. */
  requests: number;
}

interface Waiting extends Question {
  errands: ErrandNow[];
  go: () => void;
  gone: Promise<void>;
}

interface Bucket {
  tokens: number;
  at: number;
  waiting: Waiting[];
  order: ReturnType<typeof createTurnOrder>;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * How many requests the hosts of one origin may cause: 60 at once, then 60 a minute, so never more than 120 in a minute; what
 * rings or is in front first. A page must not enumerate contacts through us. It counts requests and no lookups, since a CRM
 * that takes two for one is asked twice as much; by the plan and not as they are sent, so that it holds beforehand. What an
 * agent asks for costs nothing, nor does what is not wanted any more.
 */
export class LookupBudget {
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Resolves when it may be asked; also when it is not wanted any more, which the caller has to check. */
  take(question: Question, errand: ErrandNow): Promise<void> {
    const wanted = errand();
    if (!wanted || wanted.urgency === 'asked') return Promise.resolve();
    const bucket = this.#bucketOf(wanted.share);
    const same = bucket.waiting.find(({ id }) => id === question.id);
    if (same) {
      same.errands = [...same.errands.filter((one) => one()), errand];
      return same.gone;
    }
    const { promise: gone, resolve: go } = Promise.withResolvers<void>();
    bucket.waiting.push({
      id: question.id,
      // Whatever a plan says, a question can be asked some day.
      requests: Math.min(burst, question.requests),
      errands: [errand],
      go,
      gone,
    });
    this.#serve(bucket);
    return gone;
  }

  #bucketOf(origin: string): Bucket {
    for (const [other, bucket] of this.#buckets) {
      this.#refill(bucket);
      if (bucket.tokens >= burst && bucket.waiting.length === 0) this.#buckets.delete(other);
    }
    const bucket = this.#buckets.get(origin) ?? {
      tokens: burst,
      at: this.#now(),
      waiting: [],
      order: createTurnOrder(),
    };
    this.#buckets.set(origin, bucket);
    return bucket;
  }

  #serve(bucket: Bucket): void {
    this.#refill(bucket);
    const line = bucket.waiting.flatMap((one) => {
      const errand = mostUrgent(one.errands);
      if (!errand) one.go();
      return errand ? [{ one, errand }] : [];
    });
    const ordered = bucket.order.of(line);
    while (ordered[0] && bucket.tokens >= ordered[0].one.requests) {
      const { one, errand } = ordered[0];
      bucket.tokens -= one.requests;
      bucket.order.gave(errand);
      ordered.shift();
      one.go();
    }
    // As they came, so that the order can be made anew.
    bucket.waiting = line.map(({ one }) => one).filter((one) => ordered.some((left) => left.one === one));
    clearTimeout(bucket.timer);
    const next = ordered[0]?.one;
    if (!next) return;
    const wait = Math.ceil(((next.requests - bucket.tokens) * 60_000) / perMinute);
    bucket.timer = setTimeout(() => this.#serve(bucket), wait);
  }

  #refill(bucket: Bucket): void {
    const now = this.#now();
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) * perMinute) / 60_000);
    bucket.at = now;
  }
}
