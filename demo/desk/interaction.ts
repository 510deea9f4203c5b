import type { EndReason, HostInteraction } from '../../lib/domain/host/host-event.ts';

/** An interaction as the desk keeps it: exactly what the host protocol says, so that telling it is no translation. */
export type DeskInteraction = HostInteraction;

/** What the simulator fills in to make a customer get in touch. */
export interface Arrival {
  channel: HostInteraction['channel'];
  direction: HostInteraction['direction'];
  clientId?: HostInteraction['clientId'];
  withheld?: boolean;
  contactId?: string;
  displayName?: string;
  campaign: string;
}

/** What an agent (or the customer) does to it. */
export type Action =
  | { type: 'answer' }
  | { type: 'hold' }
  | { type: 'resume' }
  | { type: 'transfer'; campaign: string }
  | { type: 'end'; reason: EndReason }
  | { type: 'close' };

/** @param at ISO 8601 with offset */
export function arrive(arrival: Arrival, id: string, at: string): DeskInteraction {
  const { campaign, ...facts } = arrival;
  return {
    ...facts,
    id,
    state: arrival.channel === 'email' ? 'pending' : 'offered',
    campaign: { name: campaign },
    startedAt: at,
    sequence: 1,
  };
}

/** The interaction after an action; the same object where the action makes no sense in its state. */
export function act(interaction: DeskInteraction, action: Action, at: string): DeskInteraction {
  const changed = change(interaction, action, at);
  return changed ? { ...interaction, ...changed, sequence: (interaction.sequence ?? 0) + 1 } : interaction;
}

function change(
  { state, answeredAt }: DeskInteraction,
  action: Action,
  at: string,
): Partial<DeskInteraction> | null {
  const over = state === 'finished' || state === 'closed';
  switch (action.type) {
    case 'answer':
      return state === 'offered' || state === 'pending' ? { state: 'active', answeredAt: at } : null;
    case 'hold':
      return state === 'active' ? { state: 'held' } : null;
    case 'resume':
      return state === 'held' ? { state: 'active' } : null;
    case 'transfer':
      return over ? null : { campaign: { name: action.campaign } };
    case 'end':
      return over ? null : { state: 'finished', endReason: action.reason, endedAt: at };
    case 'close':
      // Closed means finished and categorised; what was never answered has nothing to categorise and just goes.
      return state === 'finished' ? (answeredAt ? { state: 'closed' } : {}) : null;
  }
}
