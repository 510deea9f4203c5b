import type { HostEvent } from '../../domain/host/host-event.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';
import type { PageDropReason } from '../messages/host-messages.ts';
import { createTokenBucket } from '../messages/token-bucket.ts';
import { onceAMicrotask } from './once-a-microtask.ts';

export interface OutgoingEvent {
  adapter: string;
  event: unknown;
}

export interface TellOnce {
  /** Identical to the last word on the same thing: dropped. Newer than one that waits: takes its place. */
  add(adapter: string, event: HostEvent): void;
  /** At most `count` of what waits, oldest first, as far as the rate allows. */
  take(count: number): OutgoingEvent[];
  /** Puts the last word on everything that is live, and on host, inbox and focus, back in the queue. */
  again(): void;
  /** Something waits to be taken. */
  waits(): boolean;
  stop(): void;
}

const maxJsonLength = 8_192;
const maxWaiting = 256;
/** More than can wait, so that no flood at once makes what is live forgotten. */
const maxLive = 512;
const maxRemembered = 1_024;
/** Events a second in the long run, and at once. A page that says more has its words thinned, newest first to count. */
const perSecond = 50;
const burst = 100;

/**
 * Decides what of an adapter's events is worth telling. Every event but a timeline entry is a whole state, so only the
 * newest word on each thing matters: on one interaction, on the focus, on the inbox, on the host. `onReady` is called in
 * a microtask after something was added, and again when the rate allows more; `onDropped` for what will never be told.
 */
export function createTellOnce(
  onReady: () => void,
  onDropped?: (adapter: string, reason: PageDropReason) => void,
): TellOnce {
  const waiting = new Map<string, OutgoingEvent>();
  /** Thing → JSON of the last word on it. */
  const told = new Map<string, string>();
  /** Thing → the last word, of all that a new worker must know. */
  const live = new Map<string, OutgoingEvent>();
  const bucket = createTokenBucket({ burst, perSecond }, () => performance.now());
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const announce = onceAMicrotask(() => {
    if (!stopped) onReady();
  });

  return {
    add(adapter, event) {
      const json = toJson(event);
      if (json === 'too-big' || json === 'not-valid') return onDropped?.(adapter, json);
      const thing = `${adapter} ${thingOf(event)}`;
      if (told.get(thing) === json) return;
      // A flood of new things pushes out none that is known to live.
      if (waiting.size >= maxWaiting && !waiting.has(thing) && !live.has(thing))
        return onDropped?.(adapter, 'too-many');
      keepNewest(told, thing, json, maxRemembered);
      // A copy: what the adapter does with its object later is not ours.
      const outgoing: OutgoingEvent = { adapter, event: JSON.parse(json) };
      waiting.set(thing, outgoing);
      announce();
      if (isOver(event)) live.delete(thing);
      else if (event.type !== 'event') keepNewest(live, thing, outgoing, maxLive);
    },
    take(count) {
      const taken: OutgoingEvent[] = [];
      for (const [thing, outgoing] of waiting) {
        if (taken.length >= count || bucket.waitMs() > 0) break;
        bucket.take();
        waiting.delete(thing);
        taken.push(outgoing);
      }
      clearTimeout(timer);
      if (waiting.size > 0 && taken.length < count) timer = setTimeout(announce, bucket.waitMs());
      return taken;
    },
    again() {
      for (const [thing, outgoing] of live) waiting.set(thing, outgoing);
      announce();
    },
    waits: () => waiting.size > 0,
    stop() {
      stopped = true;
      clearTimeout(timer);
      waiting.clear();
    },
  };
}

/** What an event is the last word on; a timeline entry is only ever itself. */
function thingOf(event: HostEvent): string {
  if (event.type === 'interaction') return `interaction ${text(event.interaction?.id)}`;
  return event.type === 'event' ? `event ${text(event.event?.id)}` : event.type;
}

/** Adapters pass on what pages say: an id may be anything. */
function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isOver(event: HostEvent): boolean {
  if (event.type !== 'interaction') return false;
  const state = event.interaction?.state;
  return state === 'finished' || state === 'closed';
}

/** JSON of an object begins with a brace: the reasons are told from it. */
function toJson(event: HostEvent): `{${string}` | 'too-big' | 'not-valid' {
  try {
    // As said above; adapters emit objects.
    const json = JSON.stringify(event) as `{${string}`;
    return json.length <= maxJsonLength ? json : 'too-big';
  } catch {
    return 'not-valid';
  }
}
