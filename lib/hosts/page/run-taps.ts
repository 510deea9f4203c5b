import type { HostTap } from '../host.ts';
import {
  apply,
  construct,
  defineProperty,
  emptyTable,
  getOwnPropertyDescriptor,
  parse,
  stringify,
} from './built-ins.ts';
import { askEvent, maxWantsLength, tapEvent } from './tap-events.ts';

/** What is kept for an isolated half that has not asked yet; the oldest go first. */
const maxBuffered = 200;
const maxAsk = maxWantsLength + 256;

interface Line {
  asked: boolean;
  /** Waiting messages, already JSON, from `first` up to but not including `next`. */
  waiting: Record<number, string>;
  first: number;
  next: number;
  asks: Record<number, (wants: unknown, again: boolean) => void>;
  askCount: number;
}

/**
 * Starts every tap in the page's own world and carries their messages to the isolated world. A second start in the same
 * window (the extension was updated, or its scripts were injected again) only finds the first and leaves it alone: the
 * page's sockets are wrapped once. Never throws into the page.
 */
export function runTaps(taps: Record<string, HostTap>, page: Window & typeof globalThis): void {
  quietly(() => {
    const mark = Symbol.for('ringside.taps');
    if (getOwnPropertyDescriptor(page, mark) !== undefined) return;
    const descriptor = emptyTable<unknown>();
    descriptor.value = true;
    defineProperty(page, mark, descriptor);
    start(taps, page);
  });
}

function start(taps: Record<string, HostTap>, page: Window & typeof globalThis): void {
  const lines = emptyTable<Line>();
  const say = createSay(page);
  const early = page.document.readyState === 'loading';
  const ready = () => say(`{"ready":true,"early":${early}}`);

  for (const path in taps) {
    const tap = taps[path];
    if (tap === undefined) continue;
    const line: Line = {
      asked: false,
      waiting: emptyTable(),
      first: 0,
      next: 0,
      asks: emptyTable(),
      askCount: 0,
    };
    lines[tap.id] = line;
    quietly(() =>
      tap.start({
        send: (message) => quietly(() => send(line, tap.id, message)),
        onAsk: (listener) => {
          line.asks[line.askCount++] = listener;
        },
      }),
    );
  }

  function send(line: Line, id: string, message: unknown): void {
    const text = stringify({ __proto__: null, tap: id, message });
    if (line.asked) {
      say(text);
      return;
    }
    line.waiting[line.next++] = text;
    if (line.next - line.first > maxBuffered) delete line.waiting[line.first++];
  }

  const detailOf = getOwnPropertyDescriptor(page.CustomEvent.prototype, 'detail')?.get;
  page.addEventListener(
    askEvent,
    (event) =>
      quietly(() => {
        const detail: unknown = detailOf && apply(detailOf, event, []);
        if (typeof detail !== 'string' || detail.length > maxAsk) return;
        const ask: unknown = parse(detail);
        if (typeof ask !== 'object' || ask === null) return;
        // Read as own members only: a polluted prototype must not speak.
        const id: unknown = getOwnPropertyDescriptor(ask, 'tap')?.value;
        if (typeof id !== 'string') return ready();
        const line = lines[id];
        if (line !== undefined) answer(line, getOwnPropertyDescriptor(ask, 'wants')?.value, say);
      }),
    true,
  );
  ready();
}

/** The first ask empties the buffer; a later one comes from a new isolated half: the tap tells again what is live. */
function answer(line: Line, wants: unknown, say: (text: string) => void): void {
  const again = line.asked;
  line.asked = true;
  while (line.first < line.next) {
    const text = line.waiting[line.first];
    delete line.waiting[line.first++];
    if (text !== undefined) say(text);
  }
  for (let index = 0; index < line.askCount; index++) line.asks[index]?.(wants, again);
}

function createSay(page: Window & typeof globalThis): (text: string) => void {
  const { CustomEvent } = page;
  const { dispatchEvent } = page.EventTarget.prototype;
  return (detail) => {
    const init = emptyTable<unknown>();
    init.detail = detail;
    apply(dispatchEvent, page, [construct(CustomEvent, [tapEvent, init])]);
  };
}

/** Nothing of ours may reach the page as an error. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // Off rather than in the page's way: a page that breaks its own built-ins has no tap.
  }
}
