import type { HostEvent } from '../../domain/host/host-event.ts';
import type { HostSource } from '../../domain/host/host-source.ts';

/** What a host says of itself, and of what happened in an interaction. */
export type JournalEvent = Extract<HostEvent, { type: 'hello' | 'event' }>;

export interface JournalEntry {
  /** When the engine heard it, epoch milliseconds; when it happened, the event says. */
  at: number;
  source: HostSource;
  event: JournalEvent;
}

/** Of one host, which may say 8 kB each time: one that tells more loses its own oldest, and nobody else's. */
const keptOfHost = 200;

/**
 * What happened, in the order in which it was heard: added to, and never changed. A claim of the host's like all it tells.
 * In memory alone: it goes with the worker, and the page tells again what is live.
 */
export class Journal {
  readonly #entries: JournalEntry[] = [];

  /** Once: a page may tell the same event again under its id. */
  append(entry: JournalEntry): void {
    if (this.#entries.some((one) => isSame(one, entry))) return;
    this.#entries.push(entry);
    const own = this.#entries.filter(({ source }) => source.origin === entry.source.origin);
    const oldest = own.length > keptOfHost ? own[0] : undefined;
    if (oldest) this.#entries.splice(this.#entries.indexOf(oldest), 1);
  }

  /** What a host told of one of its interactions, oldest first. */
  of({ origin, adapter }: Pick<HostSource, 'origin' | 'adapter'>, interactionId: string): JournalEntry[] {
    return this.#entries.filter(
      ({ source, event }) =>
        source.origin === origin &&
        source.adapter === adapter &&
        event.type === 'event' &&
        event.event.interactionId === interactionId,
    );
  }

  /** The last that a page's adapter said of itself: its name, its version, what it can be asked to do. */
  helloOf({ origin, adapter, tabId, frameId }: HostSource): JournalEntry | undefined {
    return this.#entries.findLast(
      ({ source, event }) =>
        event.type === 'hello' &&
        source.origin === origin &&
        source.adapter === adapter &&
        source.tabId === tabId &&
        source.frameId === frameId,
    );
  }
}

function isSame({ source, event: one }: JournalEntry, { source: other, event }: JournalEntry): boolean {
  return (
    one.type === 'event' &&
    event.type === 'event' &&
    one.event.id === event.event.id &&
    one.event.interactionId === event.event.interactionId &&
    source.origin === other.origin &&
    source.adapter === other.adapter
  );
}
