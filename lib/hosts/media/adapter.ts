import type { HostAdapter } from '../host.ts';
import { type MediaState, setMediaState } from '../page/media-state.ts';

/**
 * Whether sound or picture flows in this page. That is no interaction: nobody is named. It corroborates what other adapters
 * read (media-state.ts), above all that a call is over whose signalling was cut off.
 */
const adapter: HostAdapter = {
  id: 'media',
  start({ signal, tap }) {
    tap.listen((message) => {
      const state = signal.aborted ? null : checkMediaState(message);
      if (state !== null) setMediaState(state);
    });
    signal.addEventListener('abort', () => setMediaState({ open: 0, connected: 0 }));
    tap.ask();
  },
};

export default adapter;

function checkMediaState(message: unknown): MediaState | null {
  if (typeof message !== 'object' || message === null) return null;
  // Both members are checked before they are used.
  const { open, connected } = message as Record<string, unknown>;
  return isCount(open) && isCount(connected) ? { open, connected } : null;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 10_000;
}
