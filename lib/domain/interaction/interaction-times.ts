import { isLive } from './apply-host-interaction.ts';
import type { LiveInteraction } from './live.ts';

/**
 * When an interaction was answered, held and ended, epoch milliseconds: by the host's clock where it says so, else by
 * when we heard of it. `known` is the interaction as it was before.
 */
export function withTimes(
  live: LiveInteraction,
  known: LiveInteraction | undefined,
  now: number,
): LiveInteraction {
  const { state, answeredAt, endedAt } = live.facts;
  const { heldAt: _, endedAt: __, ...rest } = live;
  const joined = known?.facts.joinedLate && !live.facts.joinedLate;
  const before = joined ? (firstTalk(live) ?? known.answeredAt) : known?.answeredAt;
  const talks = state === 'active' || state === 'held';
  const answered = timeOf(answeredAt) ?? before ?? (talks ? now : undefined);
  const ended = isLive(state) ? undefined : (timeOf(endedAt) ?? known?.endedAt ?? now);
  return {
    ...rest,
    ...(answered !== undefined && { answeredAt: answered }),
    ...(state === 'held' && { heldAt: known?.heldAt ?? now }),
    ...(ended !== undefined && { endedAt: ended }),
  };
}

/** When an adapter that was there from the beginning first heard it answered. */
function firstTalk({ sightings }: LiveInteraction): number | undefined {
  const times = sightings.flatMap(({ facts, talkingSince }) =>
    facts.joinedLate || talkingSince === undefined ? [] : [talkingSince],
  );
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Epoch milliseconds of an ISO 8601 time. */
export function timeOf(iso: string | undefined): number | undefined {
  const time = iso === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? undefined : time;
}
