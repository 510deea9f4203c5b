import { Dexie, type Table } from 'dexie';
import type { IndexedDbParts } from '../cache/cache-database.ts';

/** One draft. `id` stands for interaction and form, `group` for the interaction; the rest is as a row codec made it. */
export interface DraftRow {
  id: string;
  group: string;
  /** Epoch milliseconds of the last save. */
  at: number;
}

/** One write that is not saved. `id` stands for its owner and id, `group` for the owner; the rest as a row codec made it. */
export interface WriteRow {
  id: string;
  group: string;
  /** Epoch milliseconds of its first save: their order. */
  at: number;
}

/**
 * What agents have typed and no CRM has yet. Never dropped: the schema may only grow, and a write is on disk before it
 * counts (strict durability).
 */
export class OutboxDatabase extends Dexie {
  declare drafts: Table<DraftRow, string>;
  declare writes: Table<WriteRow, string>;

  constructor(name: string, parts?: IndexedDbParts) {
    super(name, { ...parts, chromeTransactionDurability: 'strict' });
    this.version(1).stores({ drafts: 'id, group' });
    this.version(2).stores({ drafts: 'id, group', writes: 'id, group' });
  }
}
