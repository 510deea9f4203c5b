// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstSpot } from '../../domain/card-spot.ts';
import type { HostAdapter, HostContext } from '../../hosts/host.ts';
import type { HostPortReply } from '../messages/host-messages.ts';
import type { HostPort } from './host-link.ts';
import { runHostScript } from './run-host-script.ts';

type World = Window & typeof globalThis & Record<symbol, unknown>;
const mark = Symbol.for('ringside.host-script');
const world = window as unknown as World;

const look = { spot: firstSpot, shape: 'card' } as const;
let contexts: HostContext[];
let ports: { say(reply: HostPortReply): void; cut(): void; messages: unknown[] }[];
/** One life of the extension. */
let life: { alive: boolean };

const adapter: HostAdapter = {
  id: 'test',
  start: (context) => contexts.push(context),
};

// Frames load here, if only a blank page.
const { settings } = (window as unknown as { happyDOM: { settings: { enableIframePageLoading: boolean } } })
  .happyDOM;
settings.enableIframePageLoading = true;

beforeEach(() => {
  delete world[mark];
  contexts = [];
  ports = [];
  life = { alive: true };
});

afterEach(end);

function end(): void {
  life.alive = false;
  for (const port of ports) port.cut();
}

function connect(): HostPort {
  let hear: (message: unknown) => void = () => {};
  let cut = () => {};
  const messages: unknown[] = [];
  ports.push({ say: (reply) => hear(reply), cut: () => cut(), messages });
  return {
    postMessage(message) {
      messages.push(message);
      if (message.type === 'open' || message.type === 'awake') hear({ type: 'here' });
    },
    onMessage: {
      addListener: (listener) => {
        hear = listener;
      },
    },
    onDisconnect: {
      addListener: (listener) => {
        cut = listener;
      },
    },
    disconnect: () => {},
  };
}

function start(where = world): void {
  const mine = life;
  runHostScript({ window: where, adapters: [adapter], connect, alive: () => mine.alive });
}
const options = (campaignHeader = 'X-Campaign'): HostPortReply => ({
  type: 'options',
  options: { campaignHeader },
});

test('adapters start with the worker’s first options, and again only with other ones', () => {
  start();
  expect(contexts).toEqual([]);
  ports[0]?.say(options());
  ports[0]?.say(options());
  expect(contexts).toHaveLength(1);
  ports[0]?.say(options('X-Queue'));
  expect(contexts).toHaveLength(2);
  expect(contexts[0]?.signal.aborted).toBe(true);
  expect(contexts[1]?.options).toEqual({ campaignHeader: 'X-Queue' });
});

test('what an adapter says reaches the worker; nothing does once it was stopped', async () => {
  start();
  ports[0]?.say(options());
  contexts[0]?.emit({ type: 'focus', interactionId: 'a' });
  ports[0]?.say(options('X-Queue'));
  contexts[0]?.emit({ type: 'focus', interactionId: 'b' });
  await vi.waitFor(() => expect(ports[0]?.messages.at(-1)).toMatchObject({ type: 'events' }));
  expect(ports[0]?.messages.slice(1)).toEqual([
    { type: 'status', strategies: [{ adapter: 'test', state: 'ready' }] },
    { type: 'events', first: 1, batch: [{ adapter: 'test', event: { type: 'focus', interactionId: 'a' } }] },
  ]);
});

test('injected again into the same page it is there once', () => {
  start();
  start();
  expect(ports).toHaveLength(1);
});

test('injected after its extension was updated, the new one works and the old one has stopped', () => {
  start();
  ports[0]?.say(options());
  end();
  expect(contexts[0]?.signal.aborted).toBe(true);
  life = { alive: true };
  start();
  ports[1]?.say(options());
  expect(contexts).toHaveLength(2);
  expect(contexts[1]?.signal.aborted).toBe(false);
});

test('a page cannot end it: the event that ends other content scripts changes nothing', () => {
  start();
  ports[0]?.say(options());
  const detail = { contentScriptName: 'host', messageId: 'forged' };
  document.dispatchEvent(new CustomEvent('x:host:wxt:content-script-started', { detail }));
  window.postMessage({ type: 'x:host:wxt:content-script-started', ...detail }, '*');
  expect(contexts[0]?.signal.aborted).toBe(false);
});

test('a page that was there before, without taps in it, is late', () => {
  start();
  expect(ports[0]?.messages[0]).toMatchObject({ type: 'open', late: true });
});

test('a restored page connects anew; a hidden one says so', () => {
  start();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(ports[0]?.messages.at(-1)).toEqual({ type: 'visibility', hidden: false });
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(ports).toHaveLength(1);
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(ports).toHaveLength(2);
});

test('the card is shown and hidden at the worker’s word', () => {
  const count = () => document.documentElement.querySelectorAll(':scope > div').length;
  start();
  ports[0]?.say({ type: 'card', show: true, url: 'about:blank', look });
  expect(count()).toBe(1);
  ports[0]?.say({ type: 'card', show: false });
  expect(count()).toBe(0);
});

test('a card of before the back-forward cache, whose Port it has cut, is not shown again', () => {
  const count = () => document.documentElement.querySelectorAll(':scope > div').length;
  start();
  ports[0]?.say({ type: 'card', show: true, url: 'about:blank', look });
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(count()).toBe(0);
  ports[1]?.say({ type: 'card', show: true, url: 'about:blank', look });
  expect(count()).toBe(1);
});

test('a page in view keeps the worker awake, one out of view and one whose extension is gone do not', () => {
  vi.useFakeTimers();
  try {
    start();
    const awake = () => ports[0]?.messages.filter((one) => (one as { type: string }).type === 'awake').length;
    vi.advanceTimersByTime(25_000);
    expect(awake()).toBe(1);
    const view = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    vi.advanceTimersByTime(60_000);
    expect(awake()).toBe(1);
    view.mockRestore();
    end();
    vi.advanceTimersByTime(60_000);
    expect(awake()).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

test('when the extension goes, the card goes', () => {
  start();
  ports[0]?.say({ type: 'card', show: true, url: 'about:blank', look });
  end();
  expect(document.documentElement.querySelectorAll(':scope > div')).toHaveLength(0);
});

test.each([
  ['before its first script', 'loading', false],
  ['late', 'complete', true],
] as const)(
  'a frame without an address counts as the page around it, which we entered %s',
  (_, state, late) => {
    vi.spyOn(document, 'readyState', 'get').mockReturnValue(state);
    start();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = frame.contentWindow as unknown as World;
    // In a test the global stands for the window around it.
    Object.defineProperty(inner, 'parent', { value: world });
    start(inner);
    expect(frame.contentDocument?.readyState).not.toBe('loading');
    expect(ports.map(({ messages }) => messages[0])).toMatchObject([{ late }, { late }]);
    frame.remove();
    vi.restoreAllMocks();
  },
);

test('a command reaches the adapter that it is for, as it runs now; another takes none', async () => {
  start();
  ports[0]?.say(options());
  const obeyed: unknown[] = [];
  contexts[0]?.onCommand?.(() => {
    throw new Error('stopped by then');
  });
  ports[0]?.say(options('X-Queue'));
  contexts[1]?.onCommand?.((command) => {
    obeyed.push(command);
    return { outcome: 'refused', code: 'not-now' };
  });
  const ask = (number: number, adapter: string): HostPortReply => ({
    ...{ type: 'command', number, until: Date.now() + 3_000, adapter, command: { name: 'hold' } },
  });
  ports[0]?.say(ask(1, 'test'));
  ports[0]?.say(ask(2, 'sip-websocket'));
  await vi.waitFor(() => expect(ports[0]?.messages.at(-1)).toMatchObject({ number: 2 }));
  expect(obeyed).toEqual([{ name: 'hold' }]);
  expect(ports[0]?.messages).toContainEqual({
    ...{ type: 'answer', number: 1, answer: { outcome: 'refused', code: 'not-now' } },
  });
  expect(ports[0]?.messages.at(-1)).toEqual({
    ...{ type: 'answer', number: 2, answer: { outcome: 'not-supported' } },
  });
});
