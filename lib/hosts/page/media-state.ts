/** What the peer connections of this frame do. It never says who is at the other end. */
export interface MediaState {
  /** Open peer connections. */
  open: number;
  /** Those of them whose media flow. */
  connected: number;
}

type Listener = (state: MediaState) => void;

let current: MediaState = { open: 0, connected: 0 };
const listeners = new Set<Listener>();

/** Kept for all adapters of this frame: one corroborates what another reads, and is no interaction by itself. */
export function setMediaState(state: MediaState): void {
  current = state;
  for (const listener of listeners) listener(state);
}

/** Calls back at once, and whenever it changes, until the signal aborts. */
export function watchMediaState(listener: Listener, signal: AbortSignal): void {
  if (signal.aborted) return;
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener));
  listener(current);
}
