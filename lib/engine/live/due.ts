import { isLive } from '../../domain/interaction/apply-host-interaction.ts';
import type { AnsweredInteraction, LiveInteraction } from '../../domain/interaction/live.ts';
import type { ViewState } from '../../domain/view-state.ts';

/**
 * What is due by itself, and when: a host page that stays away, an end that only signalling has seen, the next try of a
 * lookup. Only what is still ahead counts, so that nothing is due for ever.
 */
export class Due {
  /** Interaction and CRM → the retry that has begun: until it has come to something it is not due again, whatever else changes. */
  readonly #begun = new Map<string, number>();

  /** Epoch milliseconds; undefined where nothing is. */
  next(interactions: readonly AnsweredInteraction[]): number | undefined {
    const ahead = interactions.flatMap((live) => [
      ...endsOf(live),
      ...retriesOf(live).flatMap((retry) => (this.#isBegun(retry) ? [] : [retry.at])),
    ]);
    return earliest(...ahead);
  }

  /** What is to be looked up again now, and in which CRM; it counts as begun from here on. */
  retries(interactions: readonly AnsweredInteraction[], now: number): Retry[] {
    const all = interactions.flatMap(retriesOf);
    const there = new Set(all.map(placeOf));
    for (const place of this.#begun.keys()) if (!there.has(place)) this.#begun.delete(place);
    const due = all.filter((retry) => retry.at <= now && !this.#isBegun(retry));
    for (const retry of due) this.#begun.set(placeOf(retry), retry.at);
    return due;
  }

  #isBegun(retry: Retry): boolean {
    return this.#begun.get(placeOf(retry)) === retry.at;
  }
}

interface Retry {
  key: string;
  crm: string;
  at: number;
}

function placeOf({ key, crm }: Retry): string {
  return JSON.stringify([key, crm]);
}

/** The first of these moments; undefined where there is none. */
export function earliest(...times: (number | undefined)[]): number | undefined {
  const ahead = times.filter((at) => at !== undefined);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}

/** Whether something will happen by itself: for the alarm that stands behind the timers. */
export function hasDue(state: Pick<ViewState, 'interactions' | 'writes'>): boolean {
  const due = state.interactions.some((live) => endsOf(live).length > 0 || isRetried(live));
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

function retriesOf({ key, answers }: AnsweredInteraction): Retry[] {
  return answers.flatMap(({ crm, resolution }) =>
    resolution.status === 'failed' && resolution.retryAt !== undefined
      ? [{ key, crm, at: resolution.retryAt }]
      : [],
  );
}

function isRetried({ resolution, silent = [] }: LiveInteraction): boolean {
  const failed = [...silent, ...(resolution.status === 'failed' ? [resolution] : [])];
  return failed.some(({ retryAt }) => retryAt !== undefined);
}
