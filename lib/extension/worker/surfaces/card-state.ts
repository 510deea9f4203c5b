import type { Connection, LiveInteraction } from '../../../domain/interaction/live.ts';
import { emptyViewState, type ViewState } from '../../../domain/view-state.ts';

/**
 * What a card in a tab may know: the one interaction of that very tab it shows, without what the agent types or writes.
 * `key` null: it shows nothing.
 */
export function cardState(state: ViewState, tabId: number, key: string | null): ViewState {
  const shown = state.interactions.find((live) => live.key === key && live.source.tabId === tabId);
  return {
    ...emptyViewState,
    connections: withoutOwners(state.connections),
    interactions: shown ? [withoutWork(shown)] : [],
    front: shown?.key ?? null,
  };
}

/** Of what has not changed the very same objects, so that nothing is told twice. */
function once<From extends object, To>(make: (from: From) => To): (from: From) => To {
  const made = new WeakMap<From, To>();
  return (from) => {
    const known = made.get(from) ?? make(from);
    made.set(from, known);
    return known;
  };
}

const withoutOwners = once((connections: Connection[]) => connections.map(withoutOwner));

/** A card commands nothing. */
function withoutOwner(connection: Connection): Connection {
  if (connection.status !== 'ready') return connection;
  const { owner: _, ...rest } = connection;
  return rest;
}

const withoutWork = once((live: LiveInteraction): LiveInteraction => ({ ...live, drafts: {}, writes: [] }));
