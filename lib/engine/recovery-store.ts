import type { LiveInteraction, RecentContact } from '../domain/live.ts';

/** What a new worker needs to go on where the killed one stopped. Memory only, gone with the browser. */
export interface RecoveryCopy {
  interactions: LiveInteraction[];
  desk: DeskCopy;
}

/** The part that belongs to no single interaction. */
export interface DeskCopy {
  front: string | null;
  pinned: string | null;
  recent: RecentContact[];
  /** Writes that have not ended well: id → what to send again. */
  requests: Record<string, unknown>;
}

/** One key an interaction, since a single key collapses under load. */
export interface RecoveryStore {
  load(): Promise<RecoveryCopy | undefined>;
  saveInteraction(interaction: LiveInteraction): Promise<void>;
  removeInteraction(key: string): Promise<void>;
  saveDesk(desk: DeskCopy): Promise<void>;
}
