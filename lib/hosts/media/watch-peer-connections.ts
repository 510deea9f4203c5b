import { apply, construct, defineProperty, emptyTable, getOwnPropertyDescriptor } from '../page/built-ins.ts';

/**
 * Counts the page's peer connections, and those that are connected. Wrapped as watch-web-sockets.ts does it: a proxy before
 * the constructor, `close` a proxy of itself (closing fires no event), everything else as it was. `onChange` is called when
 * a count changes; what it throws is swallowed.
 */
export function watchPeerConnections(
  page: Window & typeof globalThis,
  onChange: (open: number, connected: number) => void,
): void {
  const Native = page.RTCPeerConnection;
  if (typeof Native !== 'function') return;
  const prototype = Native.prototype;
  const { addEventListener } = page.EventTarget.prototype;
  const stateOf = getOwnPropertyDescriptor(prototype, 'connectionState')?.get;
  const { get, set } = WeakMap.prototype;
  const states = new WeakMap<object, string>();
  let open = 0;
  let connected = 0;
  if (stateOf === undefined) return;

  function note(connection: object, state: string): void {
    const before = apply(get, states, [connection]);
    if (before === state || before === 'closed') return;
    apply(set, states, [connection, state]);
    const [wasOpen, wasConnected] = [open, connected];
    if (before === undefined) open++;
    if (before === 'connected') connected--;
    if (state === 'closed') open--;
    if (state === 'connected') connected++;
    if (open !== wasOpen || connected !== wasConnected) onChange(open, connected);
  }

  const onConstruct = emptyTable<unknown>();
  onConstruct.construct = (target: typeof RTCPeerConnection, args: unknown[], newTarget: typeof target) => {
    const connection = construct(target, args, newTarget);
    quietly(() => {
      note(connection, 'new');
      apply(addEventListener, connection, [
        'connectionstatechange',
        () => quietly(() => note(connection, `${apply(stateOf, connection, [])}`)),
      ]);
    });
    return connection;
  };
  const onClose = emptyTable<unknown>();
  onClose.apply = (close: typeof prototype.close, connection: RTCPeerConnection, args: []) => {
    const result = apply(close, connection, args);
    quietly(() => {
      // One that was made before us was never counted.
      if (apply(get, states, [connection]) !== undefined) note(connection, 'closed');
    });
    return result;
  };

  const Wrapped = new Proxy(Native, onConstruct);
  replace(prototype, 'close', new Proxy(prototype.close, onClose));
  replace(prototype, 'constructor', Wrapped);
  // Chromium's older name for the same class.
  if (getOwnPropertyDescriptor(page, 'webkitRTCPeerConnection')?.value === Native)
    replace(page, 'webkitRTCPeerConnection', Wrapped);
  replace(page, 'RTCPeerConnection', Wrapped);
}

function replace(owner: object, name: string, value: unknown): void {
  const descriptor = emptyTable<unknown>();
  descriptor.value = value;
  defineProperty(owner, name, descriptor);
}

function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // The page's call goes on without us.
  }
}
