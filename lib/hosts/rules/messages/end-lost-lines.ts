import type { HostInteraction } from '../../../domain/host/host-event.ts';
import { watchMediaState } from '../../page/media-state.ts';
import type { EventLives } from './event-lives.ts';
import type { LineState } from './lost-line.ts';
import type { SocketLine } from './open-lines.ts';

export interface LostLines {
  /** A message of the tap; true where it was one of a line. */
  take(message: unknown): boolean;
}

/**
 * Ends what was told on sockets that have closed and are not replaced (lost-line.ts): a gateway that is gone says no
 * goodbye. `all` are the lives by rule, which may come and go.
 */
export function endLostLines(
  all: ReadonlyMap<string, EventLives>,
  emit: (interaction: HostInteraction) => void,
  signal: AbortSignal,
): LostLines {
  /** Open sockets → their places. */
  const open = new Map<number, number>();
  const media: LineState['media'] = { connected: 0 };
  const line: LineState = { isOpen: (place) => [...open.values()].includes(place), media };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function arm(): void {
    clearTimeout(timer);
    const due = Math.min(...[...all.values()].map((lives) => lives.due(line) ?? Number.POSITIVE_INFINITY));
    if (signal.aborted || !Number.isFinite(due)) return;
    timer = setTimeout(
      () => {
        for (const lives of all.values()) for (const one of lives.expire(line, Date.now())) emit(one);
        arm();
      },
      Math.max(0, due - Date.now()),
    );
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  watchMediaState(({ connected }) => {
    if (media.connected > 0 && connected === 0) media.stoppedAt = Date.now();
    media.connected = connected;
    arm();
  }, signal);

  return {
    take(message) {
      const told = checkLine(message);
      if (told === null) return false;
      if (told.open) open.set(told.socket, told.place);
      else {
        open.delete(told.socket);
        const lost = { at: Math.min(told.at, Date.now()), place: told.place };
        for (const lives of all.values()) lives.lost(told.socket, lost);
      }
      arm();
      return true;
    },
  };
}

/** What comes from the page's own world is a claim. */
function checkLine(message: unknown): SocketLine | null {
  if (typeof message !== 'object' || message === null) return null;
  const { socket, place, at, open } = message as Partial<Record<keyof SocketLine, unknown>>;
  if (typeof open !== 'boolean' || typeof socket !== 'number' || typeof place !== 'number') return null;
  return typeof at === 'number' && Number.isFinite(at) ? { socket, place, at, open } : null;
}
