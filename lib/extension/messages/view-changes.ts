import type { LiveInteraction } from '../../domain/interaction/live.ts';
import type { ViewState } from '../../domain/view-state.ts';

type Shared = Omit<ViewState, 'interactions'>;

/** What became different between two states: whole interactions, and members of the rest. */
export interface ViewChanges {
  /** New, or not as they were. */
  put?: LiveInteraction[];
  /** The keys of all that are there, in their order; only where one came, left or moved. */
  order?: string[];
  rest?: Partial<Shared>;
}

/**
 * States are never changed in place, so what is the very same object needs no look into it. null: nothing differs, and
 * nothing is to be sent.
 */
export function changesBetween(before: ViewState, after: ViewState): ViewChanges | null {
  const known = new Map(before.interactions.map((one) => [one.key, one]));
  const put = after.interactions.filter((one) => known.get(one.key) !== one);
  const order = after.interactions.map(({ key }) => key);
  const isMoved = order.join('\n') !== before.interactions.map(({ key }) => key).join('\n');
  const { interactions: _, ...now } = after;
  const names = Object.keys(now) as (keyof Shared)[]; // Its own, as typed.
  const rest = Object.fromEntries(
    names.filter((name) => before[name] !== now[name]).map((name) => [name, now[name]]),
  );
  const changes: ViewChanges = {
    ...(put.length > 0 && { put }),
    ...(isMoved && { order }),
    ...(Object.keys(rest).length > 0 && { rest }),
  };
  return Object.keys(changes).length > 0 ? changes : null;
}

/** The state after these changes; what they do not name is the very same object as before. */
export function applyChanges(before: ViewState, { put = [], order, rest }: ViewChanges): ViewState {
  const all = new Map([...before.interactions, ...put].map((one) => [one.key, one]));
  const keys = order ?? before.interactions.map(({ key }) => key);
  const isSame = put.length === 0 && order === undefined;
  return {
    ...before,
    ...rest,
    ...(!isSame && { interactions: keys.flatMap((key) => all.get(key) ?? []) }),
  };
}
