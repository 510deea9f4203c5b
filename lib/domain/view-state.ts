import type { HostStatus } from './interaction/host-status.ts';
import type { Connection, LiveInteraction, RecentContact, Write } from './interaction/live.ts';

/** Everything a view draws. The worker (or the widget's engine) is its only writer. */
export interface ViewState {
  /** In the order of the settings; none where no CRM is connected. */
  connections: Connection[];
  hosts: HostStatus[];
  /** In the order they started. */
  interactions: LiveInteraction[];
  /** Key of the interaction in front, or null when none is. */
  front: string | null;
  /** The agent pinned this one: the host's focus does not take it away. */
  pinned: string | null;
  /** Newest first. */
  recent: RecentContact[];
  /** The agent's writes of no interaction, or of one that is not there any more, that have not ended well. */
  writes: Write[];
}

export const emptyViewState: ViewState = {
  connections: [],
  hosts: [],
  interactions: [],
  front: null,
  pinned: null,
  recent: [],
  writes: [],
};
