import { beforeEach, expect, test, vi } from 'vitest';
import { watchWebSockets } from './watch-web-sockets.ts';

type Page = Window & typeof globalThis;
let page: Page;
let Native: typeof WebSocket;
let frames: [number, boolean, string][];

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
  watchWebSockets(page, (...frame) => frames.push(frame));
});

const receive = (socket: WebSocket, data: unknown) =>
  socket.dispatchEvent(new MessageEvent('message', { data }));

test('text frames are seen both ways, numbered by socket; binary ones are not', () => {
  const [one, two] = [new page.WebSocket('ws://a'), new page.WebSocket('ws://b')];
  one.send('out');
  receive(two, 'in');
  two.send(new Uint8Array(2));
  receive(one, new ArrayBuffer(2));
  expect(frames).toEqual([
    [1, true, 'out'],
    [2, false, 'in'],
  ]);
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
