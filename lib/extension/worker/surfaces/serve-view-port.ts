import type { CardDrag, CardShape, CardSide } from '../../../domain/card-spot.ts';
import { sameData } from '../../../domain/text/same-data.ts';
import type { ViewState } from '../../../domain/view-state.ts';
import { type CommandReply, readCommand } from '../../../engine/commands/commands.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { Sender } from '../../browser/judge-sender.ts';
import { log } from '../../browser/log.ts';
import { onlyBegins } from '../../messages/only-begins.ts';
import type { Port } from '../../messages/port.ts';
import { changesBetween } from '../../messages/view-changes.ts';
import {
  type ViewPortMessage,
  type ViewPortReply,
  viewPortMessageSchema,
} from '../../messages/view-messages.ts';
import { cardState } from './card-state.ts';

type ViewSender = Exclude<Sender, { kind: 'host' }>;

export interface ViewPortParts {
  /** Resolves when the engine knows its CRM, so that no view flashes a state that does not hold. */
  engine: Promise<Pick<Engine, 'subscribe' | 'send'>>;
  /** Panels or cards came or went. */
  onChange: () => void;
  /** The card of this tab is there: it loaded. */
  onCard: (tabId: number) => void;
  onHide: (key: string) => void;
  /** What the agent does with the card of this tab. */
  onShape: (tabId: number, shape: CardShape) => void;
  onDrag: (tabId: number, step: CardDrag) => void;
  onTowards: (tabId: number, side: CardSide) => void;
  onNoCard: (tabId: number) => void;
  openPanel: (tabId: number) => void;
  testCall: (number: string) => void;
  connectHost: (origin: string) => void;
  reloadHost: (origin: string) => void;
  /** Where a tab stands, for the card's click. */
  windowOf: (tabId: number) => number | undefined;
}

/** The worker's end of all panels and cards. */
export interface ViewPorts {
  /** Call at once in `onConnect`: messages that arrive before a listener are lost. */
  connect(port: Port, sender: ViewSender): void;
  /** Windows in which a panel is open. */
  panelWindows(): Set<number>;
  /** Puts the cursor into the search of this window's panel, also where that is only opening. */
  search(windowId: number): void;
  /** Which interaction each tab's card shows. */
  setCards(cards: ReadonlyMap<number, string>): void;
}

interface Card {
  tabId: number;
  push: () => void;
}

/**
 * So long a view is not told that something began of which nothing is known yet: a copy at hand says more in less time, and
 * who would draw both draws the second a whole frame after the first. Milliseconds.
 */
const holdMs = 20;

/** A panel that is not there by then was not opened for the key. Milliseconds. */
const searchMs = 5_000;

const refused: CommandReply = { ok: false, error: { code: 'not-allowed' } };

export function createViewPorts(parts: ViewPortParts): ViewPorts {
  const panels = new Map<Port, number | undefined>();
  const cards = new Set<Card>();
  let shownCards: ReadonlyMap<number, string> = new Map();
  let wanted: { windowId: number; until: number } | undefined;

  function connect(port: Port, sender: ViewSender): void {
    const ended = new AbortController();
    port.onDisconnect.addListener(() => ended.abort());
    if (sender.kind === 'panel') connectPanel(port, ended.signal);
    else connectCard(port, sender.tabId, ended.signal);
  }

  function connectPanel(port: Port, signal: AbortSignal): void {
    panels.set(port, undefined);
    signal.addEventListener('abort', () => {
      panels.delete(port);
      parts.onChange();
    });
    port.onMessage.addListener((raw) => {
      const message = read(raw);
      switch (message?.type) {
        case 'awake':
          return post(port, { type: 'here' });
        case 'command':
          return void answer(port, message);
        case 'test-call':
          return parts.testCall(message.number);
        case 'connect-host':
          return parts.connectHost(message.origin);
        case 'reload-host':
          return parts.reloadHost(message.origin);
        case 'open':
          post(port, { type: 'here' });
          panels.set(port, message.windowId);
          parts.onChange();
          void follow(port, signal).then(() => searchIn(port, message.windowId));
      }
    });
  }

  function searchIn(port: Port, windowId: number | undefined): void {
    if (wanted === undefined || wanted.windowId !== windowId || Date.now() > wanted.until) return;
    wanted = undefined;
    post(port, { type: 'search' });
  }

  /** The card shows and nothing else: what it may say is where and how it wants to stand, and that the agent wants the panel. */
  function connectCard(port: Port, tabId: number, signal: AbortSignal): void {
    let last: ViewState | undefined;
    let shown: ViewState | undefined;
    const tell = inOneFrame(port, signal);
    const push = (): void => {
      if (last === undefined) return;
      const next = cardState(last, tabId, shownCards.get(tabId) ?? null);
      // What other tabs do is none of this card's business, not even that something happened.
      if (sameData(shown, next)) return;
      shown = next;
      tell(next);
    };
    const card = { tabId, push };
    signal.addEventListener('abort', () => {
      cards.delete(card);
      parts.onChange();
    });
    port.onMessage.addListener((raw) => {
      const message = read(raw);
      if (message === undefined) return;
      switch (message.type) {
        case 'open':
          post(port, { type: 'place', tabId, windowId: parts.windowOf(tabId) ?? -1 });
          cards.add(card);
          parts.onCard(tabId);
          parts.onChange();
          return void subscribe(signal, (state) => {
            last = state;
            push();
          });
        case 'command':
          return post(port, { type: 'reply', id: message.id, reply: refused });
        case 'hide':
          if (message.key === shownCards.get(tabId)) parts.onHide(message.key);
          return;
        case 'card-shape':
          return parts.onShape(tabId, message.shape);
        case 'card-drag':
          return parts.onDrag(tabId, message.step);
        case 'card-towards':
          return parts.onTowards(tabId, message.side);
        case 'no-card':
          return parts.onNoCard(tabId);
        case 'open-panel':
          return parts.openPanel(tabId);
      }
    });
  }

  async function subscribe(signal: AbortSignal, listener: (state: ViewState) => void): Promise<void> {
    (await parts.engine).subscribe(listener, signal);
  }

  function follow(port: Port, signal: AbortSignal): Promise<void> {
    return subscribe(signal, inOneFrame(port, signal));
  }

  async function answer(
    port: Port,
    { id, command: raw, owners }: Extract<ViewPortMessage, { type: 'command' }>,
  ): Promise<void> {
    const command = readCommand(raw);
    const reply: CommandReply = command
      ? await (await parts.engine).send(command, owners)
      : { ok: false, error: { code: 'invalid' } };
    post(port, { type: 'reply', id, reply });
  }

  function read(raw: unknown): ViewPortMessage | undefined {
    const message = viewPortMessageSchema.safeParse(raw);
    if (!message.success) log('warn', 'a view said something unknown');
    return message.data;
  }

  return {
    connect,
    panelWindows: () => new Set([...panels.values()].filter((windowId) => windowId !== undefined)),
    search(windowId) {
      wanted = { windowId, until: Date.now() + searchMs };
      for (const [port, served] of panels) searchIn(port, served);
    },
    setCards(next) {
      shownCards = next;
      for (const { push } of cards) push();
    },
  };
}

/**
 * Tells the whole state once, then what changes in it: at once, or, where that only begins something, in `holdMs` at the
 * latest.
 */
function inOneFrame(port: Port, signal: AbortSignal): (state: ViewState) => void {
  let told: ViewState | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest: ViewState | undefined;
  function now(): void {
    clearTimeout(timer);
    timer = undefined;
    if (newest === undefined || signal.aborted) return;
    const changes = told && changesBetween(told, newest);
    told = newest;
    if (changes === undefined) post(port, { type: 'state', state: newest });
    else if (changes !== null) post(port, { type: 'changes', changes });
  }
  return (state) => {
    newest = state;
    if (told === undefined || !onlyBegins(told, state)) now();
    else timer ??= setTimeout(now, holdMs);
  };
}

function post(port: Port, message: ViewPortReply): void {
  try {
    port.postMessage(message);
  } catch {
    // The view has just gone; what it asked for and did not hear of, it asks again when it is back.
  }
}
