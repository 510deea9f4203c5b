import { Dexie, type EntityTable } from 'dexie';

/** JSON values by key, in a database of the extension's own origin. */
export interface KeptDatabase {
  /** null: all there are. */
  read(keys: string[] | null): Promise<Record<string, unknown>>;
  write(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  /** Writes what `former` answers, once in the life of the database; answers whether it was this time. */
  takeOver(former: () => Promise<Record<string, unknown>>): Promise<boolean>;
}

interface Row {
  key: string;
  value: unknown;
}

const takenOver = 'kept.taken-over';

/** On disk before a write resolves. */
export function openKeptDatabase(): KeptDatabase {
  const database = new Dexie('kept', { chromeTransactionDurability: 'strict' }) as Dexie & {
    rows: EntityTable<Row, 'key'>;
  };
  database.version(1).stores({ rows: 'key' });
  const { rows } = database;
  return {
    async read(keys) {
      const found = keys === null ? await rows.toArray() : await rows.bulkGet(keys);
      return Object.fromEntries(
        found.flatMap((row) => (row && row.key !== takenOver ? [[row.key, row.value]] : [])),
      );
    },
    write: (items) => rows.bulkPut(rowsOf(items)).then(() => undefined),
    remove: (keys) => rows.bulkDelete(keys),
    async takeOver(former) {
      if (await rows.get(takenOver)) return false;
      const items = await former();
      return database.transaction('rw', rows, async () => {
        // Another page may have been quicker: what stands there now is newer than what was read here.
        if (await rows.get(takenOver)) return false;
        await rows.bulkPut(rowsOf({ ...items, [takenOver]: true }));
        return true;
      });
    },
  };
}

function rowsOf(items: Record<string, unknown>): Row[] {
  return Object.entries(items).map(([key, value]) => ({ key, value }));
}
