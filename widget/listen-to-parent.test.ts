// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToParent } from './listen-to-parent.ts';

const origin = 'https://desk.example.com';
const hello = {
  protocol: 'ringside',
  version: 1,
  type: 'hello',
  host: { name: 'Desk', version: '1' },
  commands: [],
};
const call = {
  ...{ protocol: 'ringside', version: 1, type: 'interaction' },
  interaction: { id: 'one', channel: 'phone', direction: 'inbound', state: 'offered' },
};
const parent = { postMessage: vi.fn() };
const onEvent = vi.fn();
let stop: AbortController;

beforeEach(() => {
  vi.clearAllMocks();
  stop = new AbortController();
  const framed = Object.create(window, { parent: { value: parent } }) as Window;
  framed.addEventListener = window.addEventListener.bind(window);
  listenToParent(framed, { embedOrigins: [origin], onEvent, signal: stop.signal });
});
afterEach(() => stop.abort());

/** The embedding page says something; `from` says who and with what. */
function say(data: unknown, from: { source?: unknown; origin?: string; ports?: MessagePort[] } = {}): void {
  const event = new MessageEvent('message', { data, origin: from.origin ?? origin });
  const ports = from.ports ?? [new MessageChannel().port2];
  Object.defineProperties(event, { source: { value: from.source ?? parent }, ports: { value: ports } });
  window.dispatchEvent(event);
}

describe('the widget', () => {
  it('hears its parent at a configured origin, once it has given a port', async () => {
    const channel = new MessageChannel();
    say(hello, { ports: [channel.port2] });
    expect(onEvent.mock.calls.map(([from, { type }]) => [from, type])).toEqual([[origin, 'hello']]);
    channel.port1.postMessage(call);
    await vi.waitFor(() => expect(onEvent).toHaveBeenCalledTimes(2));
    channel.port1.close();
  });

  it.each([
    ['a sibling frame', { source: { postMessage: vi.fn() } }],
    ['the widget itself', { source: window }],
    ['a page at another origin', { origin: 'https://evil.example' }],
    ['a look-alike', { origin: `${origin}.evil.example` }],
    ['the same host without encryption', { origin: 'http://desk.example.com' }],
    ['another port of the host', { origin: `${origin}:8443` }],
    ['an opaque origin', { origin: 'null' }],
    ['the parent without a port', { ports: [] }],
    ['the parent with two ports', { ports: [new MessageChannel().port1, new MessageChannel().port2] }],
  ])('does not hear %s', (_, from) => {
    say(hello, from);
    say(call, from);
    expect(onEvent).not.toHaveBeenCalled();
  });

  it('hears nothing else from the window, before the port and after', () => {
    say(call);
    expect(onEvent).not.toHaveBeenCalled();
    say(hello);
    say(hello);
    say(call);
    expect(onEvent).toHaveBeenCalledOnce();
  });

  it('asks its configured parents by name, so that nobody else can read even the question', () => {
    expect(parent.postMessage.mock.calls.map(([, target]) => target)).toEqual([origin]);
  });
});
