import { apply, construct, defineProperty, emptyTable, getOwnPropertyDescriptor } from './built-ins.ts';

/** Gets every text frame of every socket. `socket` counts from 1 in this page. What it throws is swallowed. */
export type FrameListener = (socket: number, sent: boolean, text: string) => void;

/**
 * Wraps the page's WebSocket so that text frames are seen both ways. The page keeps its own class: a proxy stands before
 * the constructor (a subclass would change identities that pages look at), `send` is a proxy of itself, and names,
 * constants, prototypes and `instanceof` stay. A socket opened before the wrapping is seen from its next sent frame on.
 * Workers' sockets and binary frames are not seen.
 */
export function watchWebSockets(page: Window & typeof globalThis, onFrame: FrameListener): void {
  const Native = page.WebSocket;
  const prototype = Native.prototype;
  const { addEventListener } = page.EventTarget.prototype;
  const dataOf = getOwnPropertyDescriptor(page.MessageEvent.prototype, 'data')?.get;
  const numbers = new WeakMap<object, number>();
  const { get, set } = WeakMap.prototype;
  let count = 0;
  if (dataOf === undefined) return;

  function numberOf(socket: object): number {
    const known = apply(get, numbers, [socket]);
    if (known !== undefined) return known;
    const number = ++count;
    apply(set, numbers, [socket, number]);
    // Our listener is the first one where the socket is new: the page cannot stop the event before it.
    apply(addEventListener, socket, [
      'message',
      (event: Event) => {
        try {
          const data: unknown = apply(dataOf ?? ignore, event, []);
          if (typeof data === 'string') onFrame(number, false, data);
        } catch {
          // The page's traffic goes on without us.
        }
      },
    ]);
    return number;
  }

  const onConstruct = emptyTable<unknown>();
  onConstruct.construct = (target: typeof WebSocket, args: unknown[], newTarget: typeof WebSocket) => {
    const socket = construct(target, args, newTarget);
    try {
      numberOf(socket);
    } catch {
      // As above.
    }
    return socket;
  };
  const onSend = emptyTable<unknown>();
  onSend.apply = (send: typeof prototype.send, socket: WebSocket, args: unknown[]) => {
    // First the page's own business: where it throws, nothing was sent and nothing is told.
    const result: unknown = apply(send, socket, args);
    try {
      const text = args[0];
      if (typeof text === 'string' && socket instanceof Native) onFrame(numberOf(socket), true, text);
    } catch {
      // As above.
    }
    return result;
  };

  const Wrapped = new Proxy(Native, onConstruct);
  replace(prototype, 'send', new Proxy(prototype.send, onSend));
  replace(prototype, 'constructor', Wrapped);
  replace(page, 'WebSocket', Wrapped);
}

/** Puts a value in a property's place and leaves its attributes as they were. */
function replace(owner: object, name: string, value: unknown): void {
  const descriptor = emptyTable<unknown>();
  descriptor.value = value;
  defineProperty(owner, name, descriptor);
}

const ignore = () => undefined;
