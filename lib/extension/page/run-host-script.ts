import type { HostAdapter, HostOptions, Obey } from '../../hosts/host.ts';
import { listenToTaps } from '../../hosts/page/listen-to-taps.ts';
import { type AdapterSurroundings, runAdapters } from '../../hosts/page/run-adapters.ts';
import { createCardFrame } from './card-frame.ts';
import { createHostLink, type HostPort } from './host-link.ts';
import { createStrategyBoard } from './strategy-board.ts';
import { whenTold } from './when-told.ts';

export interface HostScriptOptions {
  /** The isolated world's own. */
  window: Window & typeof globalThis;
  adapters: HostAdapter[];
  connect(): HostPort;
  /** False once the extension that this script belongs to is gone. */
  alive(): boolean;
}

const mark = Symbol.for('ringside.host-script');

/** Left in the isolated world's window, for a second start there and for the frames in it. */
interface Mark {
  alive(): boolean;
  late: boolean;
}

/**
 * The isolated world's whole part in a page: reads it through the adapters, tells the worker, shows the card. Injected
 * again into the same page it leaves a living one alone; one whose extension is gone takes itself down.
 */
export function runHostScript({ window, adapters, connect, alive }: HostScriptOptions): void {
  // The isolated world's members are its own: the page neither sees nor sets them.
  const world = window as unknown as Record<symbol, Partial<Mark> | undefined>;
  if (world[mark]?.alive?.()) return;

  const { document } = window;
  const over = new AbortController();
  const taps = listenToTaps(window, over.signal);
  const late = document.readyState !== 'loading' && !taps.early() && !isBornEarly(window);
  world[mark] = { alive, late };
  const isTop = window.top === window;
  const card = isTop
    ? createCardFrame({
        document,
        onBlocked: () => link.cardBlocked(),
        onSeen: () => link.cardSeen(),
        onPlaced: (spot) => link.cardPlaced(spot),
      })
    : undefined;
  const board = createStrategyBoard((strategies) => link.strategies(strategies), over.signal);
  /** By adapter, what takes its commands. */
  const obeys = new Map<string, Obey>();
  const adaptersFor = createAdapterRunner((options, signal) => {
    board.clear();
    obeys.clear();
    const surroundings: AdapterSurroundings = {
      adapters,
      taps,
      window,
      emit: (adapter, event) => link.emit(adapter, event),
      report: board.set,
      count: board.count,
      onCommand: (adapter, obey) => obeys.set(adapter, obey),
      refuse: (adapter) => link.dropped(adapter, 'forged-sender'),
    };
    runAdapters(surroundings, options, signal);
  });

  let began = false;
  const telling = whenTold(window, over.signal, () => link.told());
  const link = createHostLink({
    connect,
    alive,
    late,
    hidden: () => document.visibilityState === 'hidden',
    onReply(reply) {
      if (reply.type === 'options') {
        adaptersFor(reply.options);
        if (!began) telling.begin();
        began = true;
      } else if (reply.type === 'card-loaded') card?.loaded();
      else if (reply.type === 'card-drag') card?.drag(reply.step);
      else if (reply.show) card?.show(reply.url, reply.look);
      else card?.hide(reply.url);
    },
    onCommand: async (adapter, command) => obeys.get(adapter)?.(command) ?? { outcome: 'not-supported' },
    onGone() {
      adaptersFor(null);
      over.abort();
      card?.hide();
    },
  });
  if (isTop) keepAwake(document, over.signal, link.awake);
  document.addEventListener('visibilitychange', () => link.visibilityChanged(), { signal: over.signal });
  const resume = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    // The cache has cut its Port too.
    card?.hide();
    link.resumed();
    if (began) telling.begin();
  };
  window.addEventListener('pageshow', resume, { signal: over.signal });
}

/** Browsers stop a worker that has heard nothing for 30 s; while the page is in view a call may come at any moment. */
function keepAwake(document: Document, signal: AbortSignal, awake: () => void): void {
  const timer = setInterval(() => document.visibilityState === 'visible' && awake(), 20_000);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/** Runs the adapters with the newest options; the same ones again, as after a reconnect, change nothing. Null stops them. */
function createAdapterRunner(run: (options: HostOptions, signal: AbortSignal) => void) {
  let current: { json: string; stop: AbortController } | undefined;
  return (options: HostOptions | null) => {
    const json = JSON.stringify(options);
    if (current?.json === json) return;
    current?.stop.abort();
    current = { json, stop: new AbortController() };
    if (options !== null) run(options, current.stop.signal);
  };
}

/** A frame without an address is complete from its first moment on: it came after us where the page around it did. */
function isBornEarly({ location, parent }: Window): boolean {
  if (location.protocol !== 'about:') return false;
  try {
    // The isolated world's own mark, as above; of a window that is its own parent there is none yet.
    return (parent as unknown as Record<symbol, Partial<Mark> | undefined>)[mark]?.late === false;
  } catch {
    // The page around it is another origin's.
    return false;
  }
}
