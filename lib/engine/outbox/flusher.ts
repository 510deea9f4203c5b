import type { CrmCapabilities } from '../../domain/crm/crm-capabilities.ts';
import type { Standing } from '../connection/standing.ts';
import type { LiveStore } from '../live/live-store.ts';
import type { OutboxEntry } from '../live/recovery-store.ts';
import { dueAt, isAsking, restUntil, sinceOf } from './order.ts';
import type { Outbox } from './outbox.ts';
import type { Writer } from './writer.ts';

export interface FlusherParts {
  /** The connection that it sends to. */
  crm: string;
  liveStore: LiveStore;
  outbox: Outbox;
  standing: Pick<Standing, 'now'>;
  writer: Pick<Writer, 'sendWaiting'>;
  capabilities: () => CrmCapabilities;
  /** The CRM does not answer. */
  isAway: () => boolean;
  now: () => number;
  /** See `EngineParts`. */
  alone: (step: () => Promise<void>) => Promise<void>;
  /** It has come to rest: what is due next may be another moment. */
  onRest: () => unknown;
}

/** Of one connection at once; its rate is the connection's own to keep. */
const mostAtOnce = 4;

/**
 * Sends what waits, by itself: each write when its turn has come, different contacts side by side. There is one run at a
 * time, which a second one joins. A CRM that is away is asked by one write at a time, and rests between.
 */
export class Flusher {
  readonly #parts: FlusherParts;
  /** Ids of what is not to wait for its time. */
  readonly #hurried = new Set<string>();
  #running: Promise<void> | undefined;
  #wanted = false;

  constructor(parts: FlusherParts) {
    this.#parts = parts;
  }

  /** Sends what is due. Resolves when nothing more of it can be sent. */
  flush(): Promise<void> {
    if (this.#running === undefined && this.#next() === undefined) return Promise.resolve();
    this.#wanted = true;
    this.#running ??= this.#untilDone();
    return this.#running;
  }

  /** The CRM may be back: what it did not answer is sent now. What it asked to wait for a while is not. */
  hurry(): Promise<void> {
    for (const { write } of this.#parts.outbox.ofAgent(this.#parts.crm))
      if (write.status === 'waiting' && write.error?.code !== 'rate-limited') this.#hurried.add(write.id);
    return this.flush();
  }

  /** Epoch milliseconds of the next one; undefined where none is, or something else will say so. */
  due(): number | undefined {
    const { now } = this.#parts;
    if (this.#running || !this.#parts.standing.now()) return undefined;
    const rest = this.#rest();
    if (rest === undefined) return undefined;
    const { crm, outbox, capabilities } = this.#parts;
    const times = outbox.firsts(crm).map((one) => Math.max(now(), rest, dueAt(one, capabilities())));
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Hurries whenever the CRM has answered after it was away. */
  watch(signal: AbortSignal): void {
    const { liveStore, standing, isAway } = this.#parts;
    let wasAway = false;
    liveStore.subscribe(() => {
      const isBack = wasAway && !isAway() && standing.now() !== undefined;
      wasAway = isAway();
      if (isBack) void this.hurry();
    }, signal);
  }

  async #untilDone(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      // Where the others do not let go, it is due again.
      let run = Promise.resolve();
      await this.#parts
        .alone(() => {
          run = this.#run();
          return run;
        })
        .catch(() => undefined);
      await run;
    }
    this.#running = undefined;
    this.#hurried.clear();
    this.#parts.onRest();
  }

  async #run(): Promise<void> {
    const underWay = new Set<Promise<void>>();
    for (;;) {
      const next = underWay.size < mostAtOnce ? this.#next() : undefined;
      if (next) {
        const sent = this.#send(next.write.id).finally(() => underWay.delete(sent));
        underWay.add(sent);
      } else if (underWay.size === 0) return;
      else await Promise.race(underWay);
    }
  }

  async #send(id: string): Promise<void> {
    this.#hurried.delete(id);
    await this.#parts.writer.sendWaiting(id);
    // One has asked for all of them.
    if (this.#parts.isAway()) this.#hurried.clear();
  }

  #next(): OutboxEntry | undefined {
    const { crm, outbox, standing, now, capabilities } = this.#parts;
    const rest = this.#rest();
    if (!standing.now() || rest === undefined) return undefined;
    const all = outbox.firsts(crm).filter((one) => {
      const hurried = this.#hurried.has(one.write.id);
      return Math.max(hurried ? 0 : rest, dueAt(one, capabilities(), hurried)) <= now();
    });
    // One that fails whenever it is sent must not be all that asks.
    return all.toSorted((a, b) => (a.attempt ?? 0) - (b.attempt ?? 0) || sinceOf(a) - sinceOf(b))[0];
  }

  /** Until when a CRM that is away is left alone, epoch milliseconds; undefined where one asks it in this moment. */
  #rest(): number | undefined {
    const { crm, outbox, isAway } = this.#parts;
    if (!isAway()) return 0;
    const own = outbox.ofAgent(crm);
    return isAsking(own) ? undefined : restUntil(own);
  }
}
