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
  const answered =
    timeOf(answeredAt) ?? known?.answeredAt ?? (state === 'active' || state === 'held' ? now : undefined);
  const ended = isLive(state) ? undefined : (timeOf(endedAt) ?? known?.endedAt ?? now);
  return {
    ...rest,
    ...(answered !== undefined && { answeredAt: answered }),
    ...(state === 'held' && { heldAt: known?.heldAt ?? now }),
    ...(ended !== undefined && { endedAt: ended }),
  };
}

/** Epoch milliseconds of an ISO 8601 time. */
export function timeOf(iso: string | undefined): number | undefined {
  const time = iso === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? undefined : time;
}
