import { Problem } from './problem.ts';

export interface SearchTurnsOptions {
  /** How many searches may run at a time. */
  atOnce: number;
  /**
   * Where one connection serves all: how long, in ms, searches leave it to everything else between two of them, as long as
   * there is anything else. 0 where they have connections of their own.
   */
  restMs: number;
  /** Epoch milliseconds; a test's clock. */
  now?: () => number;
}

interface Waiting {
  since: number;
  start(): void;
  refuse(problem: Problem): void;
}

/** A person types one search after the other; a whole team behind one service token has no more than these waiting. */
const mostWaiting = 16;
/** The extension gives up after 8 s. */
const longestWaitMs = 5_000;

/**
 * Searches cost more than everything else, so they wait: for each other, agents taking turns, and for whatever else is
 * being answered. A lookup is therefore held up by one search at most, whoever searches how much.
 */
export class SearchTurns {
  readonly #options: SearchTurnsOptions;
  readonly #now: () => number;
  /** By agent, in the order of their turns. */
  readonly #queues = new Map<string, Waiting[]>();
  #running = 0;
  #others = 0;
  #endedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SearchTurnsOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Runs something that is no search, at once; searches that have not begun let it pass. */
  async letPass<T>(run: () => Promise<T>): Promise<T> {
    this.#others += 1;
    try {
      return await run();
    } finally {
      this.#others -= 1;
      this.#next();
    }
  }

  /**
   * Runs a search when it is this agent's turn. 429 where too many of the agent's own wait already, 503 where it waited
   * too long or nobody waits for the answer any more; both with Retry-After.
   */
  async search<T>(agent: string, signal: AbortSignal, run: () => Promise<T>): Promise<T> {
    await this.#turn(agent, signal);
    try {
      return await run();
    } finally {
      this.#running -= 1;
      this.#endedAt = this.#now();
      // Requests that came while the embedded database kept this thread are read first.
      setImmediate(() => this.#next());
    }
  }

  #turn(agent: string, signal: AbortSignal): Promise<void> {
    const queue = this.#queues.get(agent) ?? [];
    if (queue.length >= mostWaiting)
      throw new Problem(429, { retryAfter: 1, detail: 'Too many searches of this agent wait already.' });
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { since: this.#now(), start: resolve, refuse: reject };
      queue.push(waiting);
      this.#queues.set(agent, queue);
      signal.addEventListener('abort', () => this.#giveUp(agent, waiting), { once: true });
      this.#next();
    });
  }

  #giveUp(agent: string, waiting: Waiting): void {
    const queue = this.#queues.get(agent)?.filter((one) => one !== waiting) ?? [];
    if (queue.length === 0) this.#queues.delete(agent);
    else this.#queues.set(agent, queue);
    waiting.refuse(new Problem(503, { retryAfter: 1 }));
  }

  #next(): void {
    clearTimeout(this.#timer);
    while (this.#running < this.#options.atOnce && this.#queues.size > 0) {
      const rest = this.#others === 0 ? 0 : this.#endedAt + this.#options.restMs - this.#now();
      if (rest > 0) {
        this.#timer = setTimeout(() => this.#next(), rest);
        return;
      }
      this.#startFirst();
    }
  }

  /** The agent whose turn it was goes behind the others. */
  #startFirst(): void {
    const [agent, queue] = this.#queues.entries().next().value ?? ['', []];
    const [waiting, ...rest] = queue;
    this.#queues.delete(agent);
    if (rest.length > 0) this.#queues.set(agent, rest);
    if (waiting === undefined) return;
    if (this.#now() - waiting.since > longestWaitMs) {
      waiting.refuse(new Problem(503, { retryAfter: 1, detail: 'Too many searches at once.' }));
      return;
    }
    this.#running += 1;
    waiting.start();
  }
}
