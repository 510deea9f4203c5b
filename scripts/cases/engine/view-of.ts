import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../../lib/domain/view-state.ts';
import type { CaseDesk } from '../desk/case-desk.ts';
import { shownOf } from '../desk/shown.ts';
import type { Came } from '../format/check.ts';

/** What a view shows now: who is in front, what stands in the rail, and of each interaction whatever is known. */
export function viewOf({ engine: { state }, seen }: CaseDesk): Came {
  const idOf = (key: string | null) => state.interactions.find((live) => live.key === key)?.facts.id ?? null;
  const [connection] = state.connections;
  return {
    front: idOf(state.front),
    pinned: idOf(state.pinned),
    rail: state.interactions.map(({ facts }) => facts.id),
    connection: connection?.status ?? null,
    away: (connection?.status === 'ready' && connection.away?.error.code) || null,
    interactions: Object.fromEntries(
      state.interactions.map((live) => [
        live.facts.id,
        {
          ...shownOf(live),
          writes: live.writes.map(({ status }) => status),
          everShown: everShown(seen, live),
        },
      ]),
    ),
  };
}

/** Everybody who was shown as who this is since it began, however short. */
function everShown(seen: readonly ViewState[], { key }: LiveInteraction): string[] {
  const lives = seen.map(({ interactions }) => interactions.find((live) => live.key === key));
  const began = lives.lastIndexOf(undefined) + 1;
  const names = lives.slice(began).flatMap((live) => {
    const resolution = live?.resolution;
    if (resolution?.status === 'matched') return [resolution.contact.name];
    return resolution?.status === 'failed' && resolution.stale ? [resolution.stale.contact.name] : [];
  });
  return [...new Set(names)];
}
