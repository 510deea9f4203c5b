import type { InteractionState } from './host-event.ts';

/** The way an interaction goes: a state of a lower rank after one of a higher is late. Being held is a way of being active. */
export const stateRank: Record<InteractionState, number> = {
  pending: 0,
  offered: 1,
  active: 2,
  held: 2,
  finished: 3,
  closed: 4,
};
