import type { AnsweredInteraction, LiveInteraction } from '../../domain/interaction/live.ts';
import type { ViewState } from '../../domain/view-state.ts';
import type { LiveState } from './live-store.ts';

const told = new WeakMap<AnsweredInteraction, LiveInteraction>();
const states = new WeakMap<LiveState, ViewState>();

/** The state as views get it; of what has not changed the very same objects. */
export function toldState(state: LiveState): ViewState {
  const known = states.get(state) ?? { ...state, interactions: state.interactions.map(toldInteraction) };
  states.set(state, known);
  return known;
}

function toldInteraction(live: AnsweredInteraction): LiveInteraction {
  const known = told.get(live);
  if (known) return known;
  const { answers: _, ...rest } = live;
  told.set(live, rest);
  return rest;
}
