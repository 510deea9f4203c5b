import { log } from '../../browser/log.ts';
import type { HostPage } from './host-page.ts';

/** More events of one page than this do not wait: they are dropped, and the page is asked to tell everything again. */
const maxWaiting = 2_000;

/** What pages say waits here for its turn, each page's for itself. */
export interface PageTurns {
  /** One after the other for each page, so that numbers are handled in order; a failure does not stop the next. */
  take(page: HostPage, step: () => Promise<void>): void;
  /** Whether so many events more may wait. */
  admit(page: HostPage, events: number): boolean;
  /** So many that were admitted have been handled. */
  settle(page: HostPage, events: number): void;
}

export interface PageTurnsParts {
  refused(page: HostPage, events: number): void;
  /** Nothing waits any more of a page of which something was refused. */
  caughtUp(page: HostPage): void;
}

export function createPageTurns({ refused, caughtUp }: PageTurnsParts): PageTurns {
  const chains = new WeakMap<HostPage, Promise<void>>();
  return {
    take(page, step) {
      const before = chains.get(page) ?? Promise.resolve();
      const after = before.then(step).catch((error) => log('error', 'a host message failed', { error }));
      chains.set(page, after);
    },
    admit(page, events) {
      if (page.waiting + events <= maxWaiting) {
        page.waiting += events;
        return true;
      }
      page.missed = true;
      refused(page, events);
      return false;
    },
    settle(page, events) {
      page.waiting -= events;
      if (page.waiting > 0 || !page.missed) return;
      page.missed = false;
      caughtUp(page);
    },
  };
}
