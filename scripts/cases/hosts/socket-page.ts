import type { HostEvent } from '../../../lib/domain/host/host-event.ts';
import type { HostAdapter, HostOptions, HostTap } from '../../../lib/hosts/host.ts';
import { listenToTaps } from '../../../lib/hosts/page/listen-to-taps.ts';
import { runTaps } from '../../../lib/hosts/page/run-taps.ts';
import { deskOrigin } from '../desk/case-desk.ts';

export interface SocketPage {
  /** One of the page's sockets. What passes is seen as it is in a page. */
  open(address: string): { receive(data: unknown): void; send(data: string): void };
}

export interface Installed {
  adapter: HostAdapter;
  tap: HostTap;
  options?: Partial<HostOptions>;
}

/** Both worlds of a page that makes its sockets after us, with the real line between tap and adapter. */
export function openSocketPage(
  { adapter, tap, options = {} }: Installed,
  emit: (event: HostEvent) => void,
  signal: AbortSignal,
): SocketPage {
  class PageSocket extends EventTarget {
    readonly #address: string;
    constructor(address: string) {
      super();
      this.#address = address;
    }
    get url() {
      return this.#address;
    }
    send(_data: unknown) {}
  }
  const page = Object.assign(new EventTarget(), {
    WebSocket: PageSocket,
    ...{ EventTarget, MessageEvent, CustomEvent, Event },
    document: { readyState: 'loading' },
    location: { origin: deskOrigin, host: 'desk.example', pathname: '/', search: '', hash: '' },
  });
  // The page has all that taps and adapters look at.
  const window = page as unknown as Window & typeof globalThis;
  asGlobal(window, () => runTaps({ [`./${tap.id}/tap.ts`]: tap }, window));
  const line = listenToTaps(window, signal).lineOf(adapter.id, signal);
  adapter.start({
    emit,
    signal,
    window,
    options: { campaignHeader: 'X-Campaign', ...options },
    tap: line,
  });
  return {
    open(address) {
      const socket = new page.WebSocket(address);
      return {
        receive: (data) => socket.dispatchEvent(new MessageEvent('message', { data })),
        send: (data) => socket.send(data),
      };
    },
  };
}

/** Taps start in the page's own world, where the window is a global. */
function asGlobal(window: Window & typeof globalThis, start: () => void): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'window');
  Object.defineProperty(globalThis, 'window', { value: window, configurable: true, writable: true });
  try {
    start();
  } finally {
    if (before) Object.defineProperty(globalThis, 'window', before);
    else Reflect.deleteProperty(globalThis, 'window');
  }
}
