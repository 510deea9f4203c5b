import type { HostContext } from '../host.ts';

export interface Frames {
  /** Exact origins that count. */
  origins: readonly string[];
  /** Who must have posted it: a frame directly in this page, or the page around this frame. */
  from: 'child' | 'parent';
  /** `ports` are those that came with the message. What it throws is swallowed: data that cannot be read says nothing. */
  take(data: unknown, ports: readonly MessagePort[]): void;
  /** Whether data would tell an interaction; asked where the sender does not count, for the diagnostics. May throw. */
  reads?(data: unknown): boolean;
}

/** Hears window messages of frames by exact origin and source; everything else on the window is left alone. */
export function hearFrames(
  { signal, window, refuse }: HostContext,
  { origins, from, take, reads }: Frames,
): void {
  // A sandboxed or local page is one of many without an origin.
  const allowed = new Set(origins.filter((origin) => origin !== 'null'));
  window.addEventListener(
    'message',
    ({ source, origin, data, ports }) => {
      const counts =
        allowed.has(origin) && (from === 'child' ? isChildFrame(source, window) : isParent(source, window));
      try {
        if (counts) take(data, ports ?? []);
        else if (reads?.(data)) refuse?.();
      } catch {
        // As promised above.
      }
    },
    { signal },
  );
}

/** `parent` may be read across origins; unlike a walk over `frames` it also holds for frames in shadow trees. */
export function isChildFrame(source: MessageEventSource | null, window: Window): boolean {
  return source !== null && source !== window && 'parent' in source && source.parent === window;
}

function isParent(source: MessageEventSource | null, window: Window): boolean {
  return source !== null && source !== window && source === window.parent;
}
