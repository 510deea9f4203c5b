import { isLive } from '../../domain/interaction/apply-host-interaction.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import type { ViewState } from '../../domain/view-state.ts';

/**
 * What is due by itself, and when: a host page that stays away, an end that only signalling has seen, the next try of a
 * lookup. Only what is still ahead counts, so that nothing is due for ever.
 */
export class Due {
  /** Key → the retry that has begun: until it has come to something it is not due again, whatever else changes meanwhile. */
  readonly #begun = new Map<string, number>();

  /** Epoch milliseconds; undefined where nothing is. */
  next(interactions: readonly LiveInteraction[]): number | undefined {
    const times = interactions.flatMap((live) => [
      ...endsOf(live),
      ...(this.#isBegun(live) ? [] : [retryOf(live)]),
    ]);
    return earliest(...times);
  }

  /** Keys of the interactions that are to be looked up again now; they count as begun from here on. */
  retries(interactions: readonly LiveInteraction[], now: number): string[] {
    const keys = new Set(interactions.map(({ key }) => key));
    for (const key of this.#begun.keys()) if (!keys.has(key)) this.#begun.delete(key);
    return interactions.flatMap((live) => {
      const at = retryOf(live);
      if (at === undefined || at > now || this.#isBegun(live)) return [];
      this.#begun.set(live.key, at);
      return [live.key];
    });
  }

  #isBegun(live: LiveInteraction): boolean {
    const at = retryOf(live);
    return at !== undefined && this.#begun.get(live.key) === at;
  }
}

/** The first of these moments; undefined where there is none. */
export function earliest(...times: (number | undefined)[]): number | undefined {
  const ahead = times.filter((at) => at !== undefined);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}

/** Whether something will happen by itself: for the alarm that stands behind the timers. */
export function hasDue(state: Pick<ViewState, 'interactions' | 'writes'>): boolean {
  const due = state.interactions.some((live) => endsOf(live).length > 0 || retryOf(live) !== undefined);
  return due || isSendingByItself(state);
}

/** Whether a write is on its way, or waits to be. */
export function isSendingByItself({
  interactions,
  writes,
}: Pick<ViewState, 'interactions' | 'writes'>): boolean {
  const all = [...writes, ...interactions.flatMap((live) => live.writes)];
  return all.some(({ status }) => status === 'waiting' || status === 'saving');
}

function endsOf({ facts, hostGoneUntil, finishAt }: LiveInteraction): number[] {
  return isLive(facts.state) ? [hostGoneUntil, finishAt].filter((at) => at !== undefined) : [];
}

function retryOf({ resolution }: LiveInteraction): number | undefined {
  return resolution.status === 'failed' ? resolution.retryAt : undefined;
}
