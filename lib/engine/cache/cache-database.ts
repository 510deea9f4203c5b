import { Dexie, type Table } from 'dexie';
import type { RowCipher, SealedRow } from './row-cipher.ts';

/** `key` is the index of the ContactID. `at` (epoch milliseconds) is in the clear, for pruning. */
export interface ContactRow extends SealedRow {
  key: string;
  at: number;
}

/** What an identifier led to: sealed ContactIDs. `refs` are the keys of those contacts, `loose` see loose-key.ts. */
export interface LookupRow extends SealedRow {
  key: string;
  loose: string;
  refs: string[];
  at: number;
}

/** What Dexie needs where the platform has no IndexedDB of its own, or where a test brings one. */
export interface IndexedDbParts {
  indexedDB: IDBFactory;
  IDBKeyRange: typeof IDBKeyRange;
}

/** Contacts read before, sealed. Disposable, so power loss may cost the last writes: relaxed durability. */
export class CacheDatabase extends Dexie {
  declare contacts: Table<ContactRow, string>;
  declare lookups: Table<LookupRow, string>;
  declare meta: Table<{ name: string; value: string }, string>;

  constructor(name: string, parts?: IndexedDbParts) {
    super(name, { ...parts, autoOpen: false, chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ contacts: 'key, at', lookups: 'key, at, loose, *refs', meta: 'name' });
  }
}

/** Empties the database where its rows were made under another key: nobody can read them any more. */
export async function dropForeignRows(db: CacheDatabase, cipher: RowCipher): Promise<void> {
  const mark = await cipher.index('meta', 'key');
  await db.transaction('rw', db.contacts, db.lookups, db.meta, async () => {
    if ((await db.meta.get('key'))?.value === mark) return;
    await Promise.all([db.contacts.clear(), db.lookups.clear()]);
    await db.meta.put({ name: 'key', value: mark });
  });
}

const chunk = 250;

/** Deletes rows by these keys in chunks, so that reads come in between. */
export async function deleteInChunks<Row>(table: Table<Row, string>, keys: string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += chunk) {
    await table.bulkDelete(keys.slice(start, start + chunk));
  }
}

/** Keeps the newest rows where there are more than `limit`, and then a hundredth less, so as not to count every time. */
export async function deleteOldest<Row>(
  table: Table<Row, string>,
  limit: number,
): Promise<{ gone: string[]; left: number }> {
  const count = await table.count();
  if (count <= limit) return { gone: [], left: count };
  const left = limit - Math.floor(limit / 100);
  const gone = await table
    .orderBy('at')
    .limit(count - left)
    .primaryKeys();
  await deleteInChunks(table, gone);
  return { gone, left };
}
