import { sameData } from '../../domain/text/same-data.ts';
import type { ViewState } from '../../domain/view-state.ts';

/**
 * Whether all that became different is that interactions began, and which is in front: of none of them it is known yet who
 * it is, not even that the CRM is asked. What leaves somebody's screen is never only that.
 */
export function onlyBegins(before: ViewState, after: ViewState): boolean {
  const known = new Map(before.interactions.map((one) => [one.key, one]));
  const others = after.interactions.filter((one) => known.get(one.key) !== one);
  const { interactions: _, front: __, ...rest } = after;
  const names = Object.keys(rest) as (keyof typeof rest)[]; // Its own, as typed.
  return (
    others.length > 0 &&
    others.every(({ key, resolution }) => !known.has(key) && resolution.status === 'idle') &&
    names.every((name) => sameData(before[name], after[name]))
  );
}
