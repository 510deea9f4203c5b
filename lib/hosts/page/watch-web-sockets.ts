import { apply, construct, defineProperty, emptyTable, getOwnPropertyDescriptor } from './built-ins.ts';
import { createFrameQueue, type FrameQueue } from './decode-frame.ts';

/**
 * Gets every frame of every socket as text. `socket` counts from 1 in this page; `address` is the socket's own; `binary`
 * where it was no text frame. What it throws is swallowed.
 */
export type FrameListener = (
  socket: number,
  sent: boolean,
  text: string,
  address: string,
  binary: boolean,
) => void;

/** Told once when a socket has closed, after all its frames. */
export type CloseListener = (socket: number) => void;

interface Listeners {
  frames: Record<number, FrameListener>;
  closes: Record<number, CloseListener>;
  count: number;
}

/** One wrapper a page, however many taps listen. */
const pages = new WeakMap<object, Listeners>();
const { get, set } = WeakMap.prototype;

/**
 * Wraps the page's WebSocket so that frames are seen both ways, text and binary (as UTF-8; a Blob is read first, and what
 * follows it waits). The page keeps its own class: a proxy stands before the constructor (a subclass would change
 * identities that pages look at), `send` is a proxy of itself, and names, constants, prototypes and `instanceof` stay.
 * Workers' sockets are not seen.
 *
 * A socket opened before the wrapping is seen from its next frame on. The page's own listeners come before ours there, and
 * what they send before what they answer. So in a page that is there already its reading of a message is seen too: nothing
 * can be done about a frame before it is read.
 */
export function watchWebSockets(
  page: Window & typeof globalThis,
  onFrame: FrameListener,
  onClose: CloseListener = ignore,
): void {
  let listeners = apply(get, pages, [page]) as Listeners | undefined;
  if (listeners === undefined) {
    listeners = { frames: emptyTable(), closes: emptyTable(), count: 0 };
    apply(set, pages, [page, listeners]);
    wrap(page, listeners);
  }
  listeners.frames[listeners.count] = onFrame;
  listeners.closes[listeners.count++] = onClose;
}

interface Socket {
  number: number;
  address: string;
  queue: FrameQueue;
  /** It was opened before we were there. */
  old: boolean;
}

function wrap(page: Window & typeof globalThis, listeners: Listeners): void {
  const Native = page.WebSocket;
  const prototype = Native.prototype;
  const { addEventListener } = page.EventTarget.prototype;
  const messages = page.MessageEvent.prototype;
  const dataOf = getOwnPropertyDescriptor(messages, 'data')?.get;
  const addressOf = getOwnPropertyDescriptor(prototype, 'url')?.get;
  const sockets = new WeakMap<object, Socket>();
  /** Messages of old sockets that were told. */
  const told = new WeakMap<object, true>();
  let count = 0;
  if (dataOf === undefined) return;

  function tell(socket: Socket, sent: boolean, data: unknown): void {
    // Nearly every frame goes this way: nothing is made for it.
    const binary = typeof data !== 'string';
    if (!binary && socket.queue.idle()) tellAll(socket, sent, data, binary);
    else
      socket.queue.add(data, (text) => {
        if (text !== undefined) tellAll(socket, sent, text, binary);
      });
  }

  function tellAll({ number, address }: Socket, sent: boolean, text: string, binary: boolean): void {
    for (let index = 0; index < listeners.count; index++) {
      try {
        listeners.frames[index]?.(number, sent, text, address, binary);
      } catch {
        // The page's traffic, and the other taps, go on.
      }
    }
  }

  /** A message of an old socket, as it comes to our listener or is read by the page, whichever is first. */
  function receive(socket: Socket, event: object, data: unknown): void {
    if (apply(get, told, [event])) return;
    apply(set, told, [event, true]);
    tell(socket, false, data);
  }

  function know(socket: object, old = true): Socket {
    // The table holds nothing else.
    const known = apply(get, sockets, [socket]) as Socket | undefined;
    if (known !== undefined) return known;
    const address: unknown = addressOf && apply(addressOf, socket, []);
    const fresh: Socket = {
      number: ++count,
      address: typeof address === 'string' ? address : '',
      queue: createFrameQueue(),
      old,
    };
    apply(set, sockets, [socket, fresh]);
    // Our listener is the first one where the socket is new: the page cannot stop the event before it.
    const onMessage = (event: Event) =>
      quietly(() => {
        const data: unknown = apply(dataOf ?? ignore, event, []);
        if (old) receive(fresh, event, data);
        else tell(fresh, false, data);
      });
    const onClose = () =>
      quietly(() =>
        fresh.queue.add('', () => {
          for (let index = 0; index < listeners.count; index++)
            quietly(() => listeners.closes[index]?.(fresh.number));
        }),
      );
    apply(addEventListener, socket, ['message', onMessage]);
    apply(addEventListener, socket, ['close', onClose]);
    return fresh;
  }

  const onConstruct = emptyTable<unknown>();
  onConstruct.construct = (target: typeof WebSocket, args: unknown[], newTarget: typeof WebSocket) => {
    const socket = construct(target, args, newTarget);
    quietly(() => know(socket, false));
    return socket;
  };
  const onSend = emptyTable<unknown>();
  onSend.apply = (send: typeof prototype.send, socket: WebSocket, args: unknown[]) => {
    // First the page's own business: where it throws, nothing was sent and nothing is told.
    const result: unknown = apply(send, socket, args);
    quietly(() => {
      if (socket instanceof Native) tell(know(socket), true, args[0]);
    });
    return result;
  };

  const Wrapped = new Proxy(Native, onConstruct);
  replace(prototype, 'send', new Proxy(prototype.send, onSend));
  replace(prototype, 'constructor', Wrapped);
  replace(page, 'WebSocket', Wrapped);
  const { document } = page;
  if (document === undefined || document.readyState === 'loading') return;
  const targetOf = getOwnPropertyDescriptor(page.Event.prototype, 'target')?.get;
  const onRead = emptyTable<unknown>();
  onRead.apply = (read: () => unknown, event: object) => {
    const data: unknown = apply(read, event, []);
    quietly(() => {
      const socket: unknown = targetOf && apply(targetOf, event, []);
      const known = socket instanceof Native ? know(socket) : undefined;
      if (known?.old) receive(known, event, data);
    });
    return data;
  };
  quietly(() => replace(messages, 'data', new Proxy(dataOf, onRead), 'get'));
}

/** Puts a value in a property's place and leaves its attributes as they were. */
function replace(owner: object, name: string, value: unknown, member = 'value'): void {
  const descriptor = emptyTable<unknown>();
  descriptor[member] = value;
  defineProperty(owner, name, descriptor);
}

/** The page's traffic goes on without us. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // As said above.
  }
}

const ignore = () => undefined;
