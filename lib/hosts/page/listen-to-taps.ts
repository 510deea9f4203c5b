import type { HostContext } from '../host.ts';
import { type AskMessage, askEvent, maxWantsLength, type TapMessage, tapEvent } from './tap-events.ts';

const maxMessageLength = 32_768;

export interface TapListener {
  /** The taps were in place before the page's first script. */
  early(): boolean;
  /** The line of one adapter to its tap. What it listens to ends with the signal. */
  lineOf(adapter: string, signal: AbortSignal): HostContext['tap'];
}

/**
 * The isolated world's end of the taps. Either world can be there first: this one asks at once, and again whenever a tap
 * says that it is ready. `page` is the isolated world's `window`.
 */
export function listenToTaps(page: Window & typeof globalThis, signal: AbortSignal): TapListener {
  const lines = new Map<string, { listeners: Set<(message: unknown) => void>; asked?: AskMessage }>();
  let early = false;
  let asking = false;

  const ask = (message: AskMessage) => {
    asking = true;
    page.dispatchEvent(new page.CustomEvent(askEvent, { detail: JSON.stringify(message) }));
    asking = false;
  };

  const hear = (event: Event) => {
    const message = read(event);
    if (message === null) return;
    if ('ready' in message) {
      early ||= message.early === true;
      // A tap that came after us has not heard us ask. One that says so while it is asked would go round in circles.
      if (!asking) for (const { asked } of lines.values()) if (asked) ask(asked);
      return;
    }
    for (const listener of lines.get(message.tap)?.listeners ?? []) listener(message.message);
  };
  // Capturing, and registered before the page's first script: no listener of the page comes before it.
  page.addEventListener(tapEvent, hear, { capture: true, signal });
  ask({ probe: true });

  return {
    early: () => early,
    lineOf(adapter, adapterSignal) {
      const line = lines.get(adapter) ?? { listeners: new Set() };
      lines.set(adapter, line);
      return {
        listen(listener) {
          line.listeners.add(listener);
          adapterSignal.addEventListener('abort', () => line.listeners.delete(listener));
        },
        ask(wants) {
          line.asked = { tap: adapter, ...(isShort(wants) && { wants }) };
          ask(line.asked);
        },
      };
    },
  };
}

/** What is too long for the tap is not asked for. */
function isShort(wants: unknown): boolean {
  return wants !== undefined && JSON.stringify(wants).length <= maxWantsLength;
}

function read(event: Event): TapMessage | null {
  const detail: unknown = 'detail' in event ? event.detail : undefined;
  if (typeof detail !== 'string' || detail.length > maxMessageLength) return null;
  try {
    const message: unknown = JSON.parse(detail);
    if (typeof message !== 'object' || message === null) return null;
    // Members are read one by one above and checked by the adapter.
    return 'ready' in message || 'tap' in message ? (message as TapMessage) : null;
  } catch {
    return null;
  }
}
