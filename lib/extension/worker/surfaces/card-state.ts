import type { Connection, LiveInteraction } from '../../../domain/interaction/live.ts';
import type { ViewState } from '../../../domain/view-state.ts';

/**
 * What a card in a tab may know: the one interaction of that very tab it shows, without what the agent types or writes.
 * `key` null: it shows nothing.
 */
export function cardState(state: ViewState, tabId: number, key: string | null): ViewState {
  const shown = state.interactions.find((live) => live.key === key && live.source.tabId === tabId);
  return {
    connections: state.connections.map(withoutOwner),
    hosts: [],
    interactions: shown ? [withoutWork(shown)] : [],
    front: shown?.key ?? null,
    pinned: null,
    recent: [],
    writes: [],
  };
}

/** A card commands nothing. */
function withoutOwner(connection: Connection): Connection {
  if (connection.status !== 'ready') return connection;
  const { owner: _, ...rest } = connection;
  return rest;
}

function withoutWork(live: LiveInteraction): LiveInteraction {
  return { ...live, drafts: {}, writes: [] };
}
