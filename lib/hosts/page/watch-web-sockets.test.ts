import { beforeEach, describe, expect, test, vi } from 'vitest';
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

describe('a page that was open before us', () => {
  const open = (readyState: string) => {
    class Message extends MessageEvent<unknown> {
      // The browser's own getter stands on the class itself, and this copy may be replaced.
      override get data() {
        return super.data;
      }
    }
    const { WebSocket: Before } = page;
    const late = {
      WebSocket: Native,
      EventTarget,
      Event,
      MessageEvent: Message,
      document: { readyState },
    };
    const heard: string[] = [];
    const socket = new Before('ws://old');
    watchWebSockets(late as unknown as Page, (_, sent, text) => heard.push(`${sent ? '>' : '<'}${text}`));
    const get = (data: unknown) => socket.dispatchEvent(new Message('message', { data }));
    return { heard, socket, get, late };
  };

  test('hears what came in before the answer to it, in whichever way the page reads it', async () => {
    const { heard, socket, get } = open('complete');
    socket.onmessage = ({ data }) => {
      for (const part of ['100', '486']) socket.send(`${part} to ${data}`);
    };
    socket.addEventListener('message', (event) => {
      if (event.data === 'INVITE') void Promise.resolve().then(() => socket.send('later'));
    });
    // Node's class has no such attribute.
    socket.addEventListener('message', (event) => socket.onmessage?.(event));
    get('INVITE');
    await Promise.resolve();
    get('ACK');
    expect(heard).toEqual([
      '<INVITE',
      '>100 to INVITE',
      '>486 to INVITE',
      '>later',
      '<ACK',
      '>100 to ACK',
      '>486 to ACK',
    ]);
  });

  test('hears what was sent before something came in as it was', () => {
    const { heard, socket, get } = open('complete');
    socket.addEventListener('message', (event) => {
      socket.send('pong');
      void event.data;
    });
    socket.send('timer');
    get('one');
    socket.send('timer again');
    get('two');
    expect(heard).toEqual(['>timer', '>pong', '<one', '>timer again', '>pong', '<two']);
  });

  test('hears each frame once, also one that the page never reads, or reads again', () => {
    const { heard, socket, get } = open('interactive');
    const kept: MessageEvent[] = [];
    get('unseen');
    socket.addEventListener('message', (event) => kept.push(event));
    get('read later');
    for (const event of [...kept, ...kept]) expect(event.data).toBe('read later');
    get('never read');
    for (const { data } of kept) expect(data).toBeTypeOf('string');
    expect(heard).toEqual(['<read later', '<never read']);
  });

  test('hears sockets of our time as ever', () => {
    const { heard, late } = open('complete');
    const socket = new late.WebSocket('ws://new');
    socket.addEventListener('message', ({ data }) => socket.send(`${data} is answered`));
    socket.dispatchEvent(new late.MessageEvent('message', { data: 'one' }));
    expect(heard).toEqual(['<one', '>one is answered']);
  });

  test('reads messages as before, those of no socket too', () => {
    const { heard, late } = open('complete');
    expect(new late.MessageEvent('message', { data: 7 }).data).toBe(7);
    const get = Object.getOwnPropertyDescriptor(late.MessageEvent.prototype, 'data')?.get;
    expect(() => get?.call({})).toThrow(TypeError);
    expect(get?.name).toBe('get data');
    expect(heard).toEqual([]);
  });

  test('is the only one whose reading of messages is seen', () => {
    const native = vi.fn(() => 'data');
    const read = (readyState: string) => {
      const late = {
        WebSocket: Native,
        EventTarget,
        Event,
        MessageEvent: class {},
        document: { readyState },
      };
      Object.defineProperty(late.MessageEvent.prototype, 'data', { get: native, configurable: true });
      watchWebSockets(late as unknown as Page, () => {});
      return Object.getOwnPropertyDescriptor(late.MessageEvent.prototype, 'data')?.get;
    };
    expect(read('loading')).toBe(native);
    expect(read('complete')).not.toBe(native);
  });
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
