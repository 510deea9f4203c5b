import type { CardSpot } from '../../domain/card-spot.ts';
import type { Strategy } from '../../domain/host/host-diagnostics.ts';
import type { HostEvent } from '../../domain/host/host-event.ts';
import { createAnswerWatch } from '../messages/answer-watch.ts';
import type { HostPortMessage, HostPortReply, PageDropReason } from '../messages/host-messages.ts';
import { createDropTally } from './drop-tally.ts';
import { createCommandTaker, type HandOver } from './take-commands.ts';
import { createTellOnce } from './tell-once.ts';

/** The part of `runtime.Port` used here, so that tests can pass a plain one. */
export interface HostPort {
  postMessage(message: HostPortMessage): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

export interface HostLinkOptions {
  /** Opens a Port to the worker, which wakes it. May throw where the extension is gone. */
  connect(): HostPort;
  /** The extension that this script belongs to is still there. Nothing else ends the link: a page cannot (T6). */
  alive(): boolean;
  hidden(): boolean;
  /** The page's scripts may have run before the taps. */
  late: boolean;
  /** Everything but what the link answers itself. */
  onReply(reply: Exclude<HostPortReply, { type: 'here' | 'ack' | 'hello?' | 'command' }>): void;
  onCommand: HandOver;
  /** The extension is gone (removed, updated, reloaded): take everything down. Called once. */
  onGone(): void;
}

export interface HostLink {
  emit(adapter: string, event: HostEvent): void;
  visibilityChanged(): void;
  cardBlocked(): void;
  cardSeen(): void;
  /** The agent has dragged it there. */
  cardPlaced(spot: CardSpot): void;
  /** Keeps the worker awake. */
  awake(): void;
  /** How the strategies of the page stand; told again to every new worker. */
  strategies(all: Strategy[]): void;
  /** The page has had its time to tell all that is live; told after that, and to every new worker. */
  told(): void;
  /** Something was left out; counted, and told once a second at most. */
  dropped(adapter: string, reason: PageDropReason): void;
  /** The page came back from the back-forward cache, which cuts the Port: connect and tell all that is live. */
  resumed(): void;
}

/** Numbered and not acknowledged yet. While so many are on their way, what comes waits and coalesces. */
const maxUnacknowledged = 128;
/** Before the second attempt; twice as long before each after it, up to sixteen times. The first is made at once. */
const retryMs = 250;

/**
 * Carries host events to the worker so that none is lost and none counts twice, whenever the worker is killed: events are
 * numbered, resent after a reconnect until they are acknowledged, and dropped by the worker where it has seen the number.
 * What the page says too often is thinned before it is numbered (tell-once.ts), so numbers have no gaps.
 */
export function createHostLink(options: HostLinkOptions): HostLink {
  const instance = crypto.randomUUID();
  let port: HostPort | undefined;
  let gone = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let next = 1;
  const unacknowledged: { adapter: string; event: unknown }[] = [];
  let strategies: Strategy[] | undefined;
  let told: 'not-yet' | 'due' | 'said' = 'not-yet';
  const tally = createDropTally((drops) => post({ type: 'dropped', drops }));
  const outgoing = createTellOnce(flush, tally.add);
  const commands = createCommandTaker(post, options.onCommand);
  const watch = createAnswerWatch(() => {
    const silent = port;
    if (silent === undefined) return;
    onCut();
    silent.disconnect();
  });

  function first(): number {
    return next - unacknowledged.length;
  }

  function post(message: HostPortMessage): void {
    try {
      port?.postMessage(message);
    } catch {
      // Cut in this moment: onDisconnect follows, and what counts is sent again.
    }
  }

  function flush(): void {
    if (!stillAlive() || port === undefined) return;
    const batch = outgoing.take(maxUnacknowledged - unacknowledged.length);
    if (batch.length > 0) {
      const start = next;
      next += batch.length;
      unacknowledged.push(...batch);
      post({ type: 'events', first: start, batch });
    }
    if (told !== 'due' || outgoing.waits()) return;
    told = 'said';
    post({ type: 'told' });
  }

  function stillAlive(): boolean {
    if (!gone && !options.alive()) {
      gone = true;
      clearTimeout(retry);
      watch.answered();
      outgoing.stop();
      tally.stop();
      options.onGone();
    }
    return !gone;
  }

  function connect(): void {
    clearTimeout(retry);
    if (!stillAlive()) return;
    try {
      const opened = options.connect();
      port = opened;
      opened.onMessage.addListener((reply) => port === opened && onReply(reply));
      opened.onDisconnect.addListener(() => port === opened && onCut());
    } catch {
      onCut();
      return;
    }
    watch.asked();
    post({ type: 'open', instance, late: options.late, hidden: options.hidden(), taken: commands.taken() });
    if (strategies !== undefined) post({ type: 'status', strategies });
    if (unacknowledged.length > 0) post({ type: 'events', first: first(), batch: unacknowledged });
    if (told === 'said') told = 'due';
    flush();
  }

  function onCut(): void {
    port = undefined;
    watch.answered();
    if (!stillAlive()) return;
    retry = setTimeout(connect, failures && retryMs * 2 ** Math.min(failures - 1, 4));
    failures++;
  }

  function onReply(message: unknown): void {
    // The Port leads to our own worker only.
    const reply = message as HostPortReply;
    failures = 0;
    watch.answered();
    if (reply.type === 'here') return;
    if (reply.type === 'ack') {
      while (unacknowledged.length > 0 && first() <= reply.upTo) unacknowledged.shift();
      flush();
    } else if (reply.type === 'hello?') {
      outgoing.again();
      // Said once more after it: words of before may have been lost.
      if (told === 'said') told = 'due';
    } else if (reply.type === 'command') commands.take(reply);
    else options.onReply(reply);
  }

  connect();
  return {
    emit(adapter, event) {
      if (stillAlive()) outgoing.add(adapter, event);
    },
    visibilityChanged: () => post({ type: 'visibility', hidden: options.hidden() }),
    cardBlocked: () => post({ type: 'card-blocked' }),
    cardSeen: () => post({ type: 'card-seen' }),
    cardPlaced: (spot) => post({ type: 'card-spot', spot }),
    awake() {
      if (port !== undefined) watch.asked();
      post({ type: 'awake' });
    },
    strategies(all) {
      strategies = all;
      post({ type: 'status', strategies });
    },
    told() {
      told = 'due';
      flush();
    },
    dropped: (adapter, reason) => tally.add(adapter, reason),
    resumed() {
      failures = 0;
      told = 'not-yet';
      // Whether onDisconnect fires for a Port that was cut in the cache differs by browser: make a new one either way.
      const old = port;
      port = undefined;
      watch.answered();
      old?.disconnect();
      connect();
      outgoing.again();
    },
  };
}
