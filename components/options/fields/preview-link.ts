import type { ViewState } from '../../../lib/domain/view-state.ts';
import type { ViewLink } from '../../../lib/engine/commands/commands.ts';

/** A link to a picture: its state is set from outside, and what is asked of it changes nothing. */
export function createPreviewLink(first: ViewState): ViewLink & { set(state: ViewState): void } {
  const listeners = new Set<(state: ViewState) => void>();
  let state = first;
  return {
    subscribe(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
      listener(state);
    },
    send: async () => ({ ok: false, error: { code: 'not-supported' } }),
    set(next) {
      state = next;
      for (const listener of listeners) listener(next);
    },
  };
}
