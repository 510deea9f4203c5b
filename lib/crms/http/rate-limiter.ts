import { CrmError, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import { agentsErrand, type ErrandNow } from '../../domain/interaction/errand.ts';
import { createTurnOrder } from '../../domain/interaction/turn-order.ts';
import type { CrmRate } from './rate.ts';
import { createRequestWindow } from './request-window.ts';

export interface Turn {
  /** Counts as a search too. */
  search: boolean;
  /** The latest moment to be sent, as `now` counts. */
  until: number;
  /** For whom; the agent's own where it is not said. */
  errand?: ErrandNow | undefined;
  signal?: AbortSignal | undefined;
}

interface Waiting extends Turn {
  go: () => void;
  refuse: (error: CrmError) => void;
}

/** One for all requests of a connection. */
export interface RateLimiter {
  /**
   * Resolves when the request may be sent, in the order of `createTurnOrder`. Throws `rate-limited` with `retryAfterMs`, at
   * once, where that would be too late, and `unreachable` when the signal aborts or nobody wants it any more.
   */
  turn(turn: Turn): Promise<void>;
  /** The CRM asks to be left alone for `retryAfterMs`: nothing more is sent till then, and who cannot wait is told this. */
  pause(error: SafeCrmError): void;
}

/** A CRM that asks for longer is tried again by then: whatever ailed it may be over. */
const longestPauseMs = 300_000;

/** Keeps a connection within what its CRM takes. `now` in milliseconds, never going back. */
export function createRateLimiter(rate: CrmRate, now = () => performance.now()): RateLimiter {
  const all = createRequestWindow(rate);
  const searches = rate.searches && createRequestWindow(rate.searches);
  const order = createTurnOrder();
  let waiting: Waiting[] = [];
  let paused: { until: number; error: SafeCrmError } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function waitMs({ search }: Turn, ahead: Turn[]): number {
    const pause = Math.max(0, (paused?.until ?? 0) - now());
    const ofAll = all.waitMs(now(), ahead.length);
    const ofSearches = search ? (searches?.waitMs(now(), ahead.filter((one) => one.search).length) ?? 0) : 0;
    return Math.ceil(Math.max(pause, ofAll, ofSearches));
  }

  function tooLate(turn: Turn, ahead: Turn[]): CrmError | undefined {
    const wait = waitMs(turn, ahead);
    if (now() + wait <= turn.until) return undefined;
    const reason = paused && now() < paused.until ? paused.error.code : 'rate-limited';
    return new CrmError({ code: reason, retryAfterMs: wait });
  }

  /** Who still wants it, first to go first; the others are told at once. */
  function inOrder() {
    const line = waiting.flatMap((one) => {
      const errand = (one.errand ?? agentsErrand)();
      if (!errand) one.refuse(new CrmError({ code: 'unreachable' }));
      return errand ? [{ one, errand }] : [];
    });
    return order.of(line);
  }

  /** Sends whoever may go, and comes back when the next one may. */
  function serve(): void {
    clearTimeout(timer);
    const left: Waiting[] = [];
    for (const { one, errand } of inOrder()) {
      const error = tooLate(one, left);
      if (error) one.refuse(error);
      else if (waitMs(one, []) > 0) left.push(one);
      else {
        all.add(now());
        if (one.search) searches?.add(now());
        order.gave(errand);
        one.go();
      }
    }
    // As they came, so that the order can be made anew.
    waiting = waiting.filter((one) => left.includes(one));
    const next = Math.min(...left.map((one) => waitMs(one, [])));
    if (left.length > 0) timer = setTimeout(serve, next);
  }

  return {
    turn(turn) {
      return new Promise((resolve, reject) => {
        const { signal } = turn;
        const giveUp = (): void => {
          waiting = waiting.filter((one) => one !== mine);
          reject(new CrmError({ code: 'unreachable' }));
        };
        const mine: Waiting = {
          ...turn,
          go() {
            signal?.removeEventListener('abort', giveUp);
            resolve();
          },
          refuse(error) {
            signal?.removeEventListener('abort', giveUp);
            reject(error);
          },
        };
        if (signal?.aborted) return giveUp();
        signal?.addEventListener('abort', giveUp, { once: true });
        waiting.push(mine);
        serve();
      });
    },
    pause(error) {
      const until = now() + Math.min(longestPauseMs, error.retryAfterMs ?? 0);
      if (paused && paused.until >= until) return;
      paused = { until, error };
      serve();
    },
  };
}
