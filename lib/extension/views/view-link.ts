import { ownersOf } from '../../domain/interaction/connections-of.ts';
import type { ViewState } from '../../domain/view-state.ts';
import type { CommandReply, ViewLink } from '../../engine/commands/commands.ts';
import { browser } from '../browser/browser.ts';
import { log } from '../browser/log.ts';
import { createAnswerWatch } from '../messages/answer-watch.ts';
import type { Port } from '../messages/port.ts';
import { applyChanges } from '../messages/view-changes.ts';
import type { ViewPortMessage, ViewPortReply } from '../messages/view-messages.ts';
import { viewPortName } from '../messages/view-port-name.ts';

export interface ViewLinkOptions {
  /** The window whose hosts this panel serves; none for a card. */
  windowId?: number;
  signal: AbortSignal;
  /**
   * Called within 2 s when nothing shown can be vouched for any more (T17): `for-now` while no worker answers,
   * `for-good` when the extension is gone. `no`: it can again.
   */
  onLost: (lost: Lost) => void;
  /** The agent pressed the key for the search. */
  onSearch?: () => void;
  connect?: () => Port;
  /** False once the extension was updated, reloaded or removed under this page. */
  alive?: () => boolean;
}

export type Lost = 'no' | 'for-now' | 'for-good';

export interface ExtensionViewLink extends ViewLink {
  /** Resolves with the first state; draw nothing before. */
  first: Promise<ViewState>;
  /** Where this card stands, once the worker said so. */
  place(): { tabId: number; windowId: number } | undefined;
  /** Resolves when all that was asked so far has been answered, and the state told that follows from it. */
  settled(): Promise<void>;
  tell(message: Exclude<ViewPortMessage, { type: 'open' | 'command' | 'awake' }>): void;
}

type Asked = Extract<ViewPortMessage, { type: 'command' }>;

const heartbeatMs = 500;
const lostAfterMs = 1_500;
const awakeMs = 20_000;

/**
 * The extension's `ViewLink`: one Port to the worker, opened again whenever the worker was stopped. A command without a
 * reply is sent again; writes carry their idempotency key, so that they happen once.
 */
export function createViewLink(options: ViewLinkOptions): ExtensionViewLink {
  const open = options.connect ?? (() => browser.runtime.connect({ name: viewPortName }));
  const alive = options.alive ?? (() => browser.runtime?.id !== undefined);
  const listeners = new Set<(state: ViewState) => void>();
  const pending = new Map<number, { asked: Asked; resolve: (reply: CommandReply) => void }>();
  /** Called when nothing is pending any more. */
  let settled: (() => void)[] = [];
  const first = Promise.withResolvers<ViewState>();
  let state: ViewState | undefined;
  let place: { tabId: number; windowId: number } | undefined;
  let port: Port | undefined;
  let nextId = 1;
  let failures = 0;
  let silentSince: number | undefined = Date.now();
  let lost: Lost = 'no';
  let reconnect: ReturnType<typeof setTimeout> | undefined;

  const watch = createAnswerWatch(() => {
    const silent = port;
    if (silent === undefined) return;
    lose();
    silent.disconnect();
  });

  function lose(): void {
    port = undefined;
    watch.answered();
    silentSince ??= Date.now();
    retry();
  }

  function connect(): void {
    if (options.signal.aborted || !alive()) return;
    try {
      port = open();
    } catch {
      retry();
      return;
    }
    const mine = port;
    mine.onMessage.addListener((message) => hear(message as ViewPortReply)); // Only our own worker can send here.
    mine.onDisconnect.addListener(() => {
      if (port !== mine) return;
      silentSince = undefined;
      lose();
    });
    watch.asked();
    post({ type: 'open', ...(options.windowId !== undefined && { windowId: options.windowId }) });
    for (const { asked } of pending.values()) post(asked);
  }

  function retry(): void {
    clearTimeout(reconnect);
    // The first attempt is immediate: connecting is what wakes a stopped worker.
    reconnect = setTimeout(connect, failures === 0 ? 0 : Math.min(1_000, 50 * 2 ** failures));
    failures += 1;
  }

  function hear(message: ViewPortReply): void {
    watch.answered();
    switch (message.type) {
      case 'here':
        return;
      case 'place':
        place = { tabId: message.tabId, windowId: message.windowId };
        return;
      case 'reply': {
        const asked = pending.get(message.id);
        pending.delete(message.id);
        asked?.resolve(message.reply);
        if (pending.size > 0) return;
        for (const step of settled) step();
        settled = [];
        return;
      }
      case 'search':
        options.onSearch?.();
        return;
      case 'state':
        failures = 0;
        silentSince = undefined;
        setLost('no');
        tell(message.state);
        return;
      case 'changes':
        // Changes follow a whole state over the same Port.
        if (state !== undefined) tell(applyChanges(state, message.changes));
    }
  }

  function tell(next: ViewState): void {
    state = next;
    first.resolve(next);
    for (const listener of listeners) {
      try {
        listener(next);
      } catch (error) {
        log('error', 'what a view draws failed', { error });
      }
    }
  }

  function setLost(next: Lost): void {
    if (lost === next) return;
    lost = next;
    options.onLost(next);
  }

  function post(message: ViewPortMessage): void {
    try {
      port?.postMessage(message);
    } catch {
      // Its `onDisconnect` follows.
    }
  }

  const heartbeat = setInterval(() => {
    const silent = silentSince !== undefined && Date.now() - silentSince > lostAfterMs;
    if (!alive()) setLost('for-good');
    else if (silent) setLost('for-now');
  }, heartbeatMs);
  const awake = setInterval(() => {
    if (options.windowId === undefined || port === undefined) return;
    watch.asked();
    post({ type: 'awake' });
  }, awakeMs);
  options.signal.addEventListener('abort', () => {
    clearInterval(heartbeat);
    clearInterval(awake);
    clearTimeout(reconnect);
    watch.answered();
    port?.disconnect();
    port = undefined;
  });
  connect();

  return {
    first: first.promise,
    place: () => place,
    tell: post,
    settled: () => new Promise((resolve) => (pending.size === 0 ? resolve() : void settled.push(resolve))),
    subscribe(listener, signal) {
      if (signal.aborted) return;
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
      if (state !== undefined) listener(state);
    },
    send(command, meantOn) {
      const id = nextId;
      nextId += 1;
      // Whoever is signed in when it arrives, it was meant by the one whose screen this is now.
      const owners = meantOn ?? (state && ownersOf(state));
      const asked: Asked = { type: 'command', id, command, ...(owners && { owners }) };
      return new Promise((resolve) => {
        // What comes back under this number answers this command.
        pending.set(id, { asked, resolve: resolve as (reply: CommandReply) => void });
        post(asked);
      });
    },
  };
}
