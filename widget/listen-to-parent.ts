import type { HostEvent } from '../lib/domain/host/host-event.ts';
import { possibleParents } from './possible-parents.ts';
import { readHostMessage } from './read-host-message.ts';

export interface ParentListener {
  /** Exact origins that may embed this page. */
  embedOrigins: readonly string[];
  /** `origin` is the embedding page's, as the browser reports it. */
  onEvent(origin: string, event: HostEvent): void;
  signal: AbortSignal;
}

const question = { protocol: 'ringside', version: 1, type: 'hello?' } as const;

/**
 * Hears the embedding page over the host protocol. Asks `hello?` of the parent window, naming each configured origin as
 * the exact target, so that nobody else can read even the question. The one message that counts from a window is
 * `hello` with a port, from the parent itself and from a configured origin; from then on only that port is heard.
 */
export function listenToParent(window: Window, { embedOrigins, onEvent, signal }: ParentListener): void {
  const { parent } = window;
  if (parent === window) return;
  const windowOnly = new AbortController();
  const heard = AbortSignal.any([signal, windowOnly.signal]);

  function onWindowMessage({ source, origin, data, ports }: MessageEvent): void {
    if (source !== parent || !embedOrigins.includes(origin)) return;
    const [port, ...more] = ports;
    const hello = readHostMessage(data);
    if (!port || more.length > 0 || hello?.type !== 'hello') return;
    windowOnly.abort();
    signal.addEventListener('abort', () => port.close(), { once: true });
    port.addEventListener(
      'message',
      (message) => {
        const event = readHostMessage(message.data);
        if (event) onEvent(origin, event);
      },
      { signal },
    );
    onEvent(origin, hello);
    port.start();
  }

  window.addEventListener('message', onWindowMessage, { signal: heard });
  for (const origin of possibleParents(window, embedOrigins)) parent.postMessage(question, origin);
}
