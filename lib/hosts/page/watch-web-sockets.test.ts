import { beforeEach, expect, test, vi } from 'vitest';
import { watchWebSockets } from './watch-web-sockets.ts';

type Page = Window & typeof globalThis;
let page: Page;
let Native: typeof WebSocket;
let frames: [number, boolean, string][];
let closed: number[];

beforeEach(() => {
  // Stands for the browser's own; bench/websocket-wrap.mjs does the same with the real one.
  Native = class WebSocket extends EventTarget {
    static readonly CONNECTING = 0;
    readonly url: string;
    readonly seen: unknown[] = [];
    constructor(url: string) {
      super();
      if (!url.startsWith('ws')) throw new SyntaxError('bad url');
      this.url = url;
    }
    send(data: unknown) {
      if (data === 'too early') throw new Error('still connecting');
      this.seen.push(data);
    }
  } as unknown as typeof WebSocket;
  page = { WebSocket: Native, EventTarget, MessageEvent } as unknown as Page;
  frames = [];
  closed = [];
  watchWebSockets(
    page,
    (socket, sent, text) => frames.push([socket, sent, text]),
    (socket) => closed.push(socket),
  );
});

const receive = (socket: WebSocket, data: unknown) =>
  socket.dispatchEvent(new MessageEvent('message', { data }));

test('frames are seen both ways, numbered by socket', () => {
  const [one, two] = [new page.WebSocket('ws://a'), new page.WebSocket('ws://b')];
  one.send('out');
  receive(two, 'in');
  expect(frames).toEqual([
    [1, true, 'out'],
    [2, false, 'in'],
  ]);
});

const bytes = new TextEncoder().encode('--Zoë--');
test.each([
  ['an ArrayBuffer', bytes.buffer.slice(2, -2)],
  ['a Uint8Array', bytes.subarray(2, -2)],
  ['a DataView', new DataView(bytes.buffer, 2, bytes.length - 4)],
])('%s is read as text', (_, data) => {
  const socket = new page.WebSocket('ws://a');
  socket.send(data);
  receive(socket, data);
  expect(frames).toEqual([
    [1, true, 'Zoë'],
    [1, false, 'Zoë'],
  ]);
});

test('a Blob is read first, and what follows it on its socket waits, its end too', async () => {
  const [one, two] = [new page.WebSocket('ws://a'), new page.WebSocket('ws://b')];
  receive(one, new Blob(['first ', 'Zoë']));
  receive(one, 'second');
  one.send(new Blob(['third']));
  receive(one, 'fourth');
  one.dispatchEvent(new Event('close'));
  two.send('elsewhere');
  expect(frames).toEqual([[2, true, 'elsewhere']]);
  await vi.waitFor(() => expect(closed).toEqual([1]));
  expect(frames.slice(1)).toEqual([
    [1, false, 'first Zoë'],
    [1, false, 'second'],
    [1, true, 'third'],
    [1, false, 'fourth'],
  ]);
});

test('what is too large, or nothing that a socket takes, is passed over', () => {
  const socket = new page.WebSocket('ws://a');
  for (const data of [new ArrayBuffer(200_000), new Blob(['x'.repeat(200_000)]), {}, null, 7])
    receive(socket, data);
  receive(socket, 'in');
  expect(frames).toEqual([[1, false, 'in']]);
});

test('every tap hears every frame, and the class is wrapped once', () => {
  const wrapped = page.WebSocket;
  const heard = vi.fn();
  watchWebSockets(page, () => {
    throw new Error('ours');
  });
  watchWebSockets(page, heard);
  expect(page.WebSocket).toBe(wrapped);
  new page.WebSocket('ws://a').send('out');
  expect(frames).toEqual([[1, true, 'out']]);
  expect(heard).toHaveBeenCalledExactlyOnceWith(1, true, 'out', '', false);
});

test('the page keeps its class: name, constants, instanceof, prototype, subclasses, errors', () => {
  const socket = new page.WebSocket('ws://a');
  class Own extends page.WebSocket {}
  expect(page.WebSocket.name).toBe('WebSocket');
  expect(page.WebSocket.length).toBe(Native.length);
  expect(page.WebSocket.CONNECTING).toBe(0);
  expect(page.WebSocket.prototype).toBe(Native.prototype);
  expect(socket.constructor).toBe(page.WebSocket);
  expect(socket).toBeInstanceOf(page.WebSocket);
  expect(socket).toBeInstanceOf(Native);
  expect(new Own('ws://a')).toBeInstanceOf(Own);
  expect(page.WebSocket.prototype.send.name).toBe('send');
  expect(Object.keys(socket)).toEqual(['url', 'seen']);
  expect(() => new page.WebSocket('http://a')).toThrow(SyntaxError);
  expect(() => (page.WebSocket as unknown as (url: string) => void)('ws://a')).toThrow(TypeError);
});

test('what was not sent is not told', () => {
  const socket = new page.WebSocket('ws://a');
  expect(() => socket.send('too early')).toThrow('still connecting');
  expect(frames).toEqual([]);
});

test('a socket that was open before is seen from its next sent frame on', () => {
  const socket = new Native('ws://old');
  receive(socket, 'unseen');
  socket.send('out');
  receive(socket, 'in');
  expect(frames).toEqual([
    [1, true, 'out'],
    [1, false, 'in'],
  ]);
});

test('the page cannot stop a frame before it is seen, and our errors stay ours', () => {
  frames = new Proxy(frames, {
    get() {
      throw new Error('ours');
    },
  });
  const socket = new page.WebSocket('ws://a');
  const listener = vi.fn();
  socket.addEventListener('message', listener);
  expect(() => socket.send('out')).not.toThrow();
  expect(() => receive(socket, 'in')).not.toThrow();
  expect(listener).toHaveBeenCalledOnce();
});
