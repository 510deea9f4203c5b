import type { HostEvent } from '../../lib/domain/host/host-event.ts';

/** Host protocol, version 1 (docs/host-protocol.md). */
export const envelope = { protocol: 'ringside', version: 1 } as const;

/** True for the question that Ringside asks when it starts: who are you, and what is live? */
export function isHelloQuestion(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'protocol' in data &&
    data.protocol === envelope.protocol &&
    'version' in data &&
    data.version === envelope.version &&
    'type' in data &&
    data.type === 'hello?'
  );
}

/** Where the desk says everything: its own window (for the extension) and every port it handed to a widget. */
export interface HostVoice {
  say(event: HostEvent): void;
}

/**
 * Speaks the host protocol on `window` and, where a frame of `widgetOrigin` asks, over a port handed to it.
 * `everything` is the desk's whole live state as events, `hello` first; it answers every `hello?`.
 */
export function createHostVoice(
  window: Window,
  { everything, widgetOrigin }: { everything: () => HostEvent[]; widgetOrigin: string | null },
): HostVoice {
  const ports = new Map<MessageEventSource, MessagePort>();
  const toWindow = (event: HostEvent) => window.postMessage({ ...envelope, ...event }, window.origin);

  window.addEventListener('message', ({ data, source, origin }) => {
    if (source === null || !isHelloQuestion(data)) return;
    if (source === window) for (const event of everything()) toWindow(event);
    if (widgetOrigin !== null && origin === widgetOrigin && isChildFrame(window, source)) {
      ports.get(source)?.close();
      ports.set(source, handPort(source, widgetOrigin, everything));
    }
  });

  return {
    say(event) {
      toWindow(event);
      for (const port of ports.values()) port.postMessage({ ...envelope, ...event });
    },
  };
}

function isChildFrame(window: Window, source: MessageEventSource): boolean {
  return Array.from(window.document.querySelectorAll('iframe')).some(
    (frame) => frame.contentWindow === source,
  );
}

/** The first message, `hello`, carries the port and names the exact origin; everything after goes over the port. */
function handPort(to: MessageEventSource, origin: string, everything: () => HostEvent[]): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const [hello, ...rest] = everything();
  to.postMessage({ ...envelope, ...hello }, { targetOrigin: origin, transfer: [port2] });
  for (const event of rest) port1.postMessage({ ...envelope, ...event });
  port1.addEventListener('message', ({ data }) => {
    if (isHelloQuestion(data)) for (const event of everything()) port1.postMessage({ ...envelope, ...event });
  });
  port1.start();
  return port1;
}
