import type { EndedInteraction } from '../domain/apply-host-interaction.ts';
import type { Connection, HostStatus, LiveInteraction, RecentContact } from '../domain/live.ts';
import type { ViewCommand } from '../domain/view-state.ts';
import type { Workspace } from '../domain/workspace.ts';

/** What a new worker needs to go on where the killed one stopped. Memory only, gone with the browser. */
export interface RecoveryCopy {
  interactions: LiveInteraction[];
  /** null where no desk was saved yet. */
  desk: DeskCopy | null;
}

/** The part that belongs to no single interaction. */
export interface DeskCopy {
  connection: Connection;
  /** Which CRM and whose sign-in the contacts on screen are from. */
  crmId: string | null;
  hosts: HostStatus[];
  front: string | null;
  pinned: string | null;
  recent: RecentContact[];
  /** Writes that have not ended well: id → what to send again. */
  requests: Record<string, ViewCommand>;
  /** Interactions that ended a short while ago, so that a late event does not start them again. */
  ended: EndedInteraction[];
  workspace: Workspace | null;
  /** When old copies were thrown away last; epoch milliseconds. */
  prunedAt: number;
}

/** One key an interaction, since a single key collapses under load. */
export interface RecoveryStore {
  load(): Promise<RecoveryCopy>;
  saveInteraction(interaction: LiveInteraction): Promise<void>;
  removeInteraction(key: string): Promise<void>;
  saveDesk(desk: DeskCopy): Promise<void>;
}
