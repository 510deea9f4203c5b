import type { IndexedDbParts } from '../cache/cache-database.ts';
import { createRowCipher } from '../cache/row-cipher.ts';
import { plainRows, type RowCodec, sealedRows } from '../cache/row-codec.ts';
import { within } from '../waiting/within.ts';
import { OutboxDatabase } from './outbox-database.ts';

export interface OutboxOptions {
  /** 32 bytes that only this agent's sign-in gives; null where the CRM gives none, and rows are plain on disk. */
  draftKey: Uint8Array | null;
  databaseName?: string;
  /** Where there is no global IndexedDB, and in tests. */
  parts?: IndexedDbParts;
  /** How long a save may take before it counts as failed, milliseconds. */
  patience?: number;
}

export interface RowsInTurn {
  /**
   * One after the other, so that the last save asked for is the one that stays. Rejects with the store's name and that of
   * what went wrong, alone: a message could quote what was typed.
   */
  inTurn<T>(work: (rows: RowCodec, db: OutboxDatabase) => Promise<T>): Promise<T>;
  close(): void;
}

/** The agent's own rows on disk, sealed under their key; those of other keys stay, unread. `purpose` keys them apart. */
export function rowsInTurn(purpose: 'drafts' | 'writes', options: OutboxOptions): RowsInTurn {
  const db = new OutboxDatabase(options.databaseName ?? 'outbox', options.parts);
  const codec: Promise<RowCodec> = options.draftKey
    ? createRowCipher(options.draftKey, purpose).then(sealedRows)
    : Promise.resolve(plainRows);
  codec.catch(() => undefined);
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();
  // An interaction waits for its drafts, and the first one not also for the database to be opened. Who asks hears of what fails.
  db.open().catch(() => closed || db.close({ disableAutoOpen: false }));
  return {
    inTurn(work) {
      const done = turn.then(async () => {
        try {
          return await within(
            options.patience ?? 5_000,
            codec.then((rows) => work(rows, db)),
          );
        } catch (error) {
          // Open anew next time: a failed opening would else stay failed for good.
          if (!closed) db.close({ disableAutoOpen: false });
          throw new Error(`${purpose}: ${error instanceof Error ? error.name : 'failed'}`);
        }
      });
      turn = done.catch(() => undefined);
      return done;
    },
    close() {
      closed = true;
      db.close();
    },
  };
}
