import { sql } from 'drizzle-orm';
import { integer, pgTable } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';
import { migrations } from './migrations.ts';

const applied = pgTable('migrations', { number: integer().primaryKey() });
/** Any fixed number: two servers that start at once on one PostgreSQL take turns by it. */
const migrationLock = 732_104_416;

const searchIndices = [
  ['contacts_search', 'contacts', 'search_text'],
  ['contacts_search_name', 'contacts', 'name_folded'],
  ['search_words_search', 'search_words', 'word'],
];

/** What changes every row of many, or indexes them, takes its time. */
const withoutTimeLimit = sql`set local statement_timeout = 0`;

/** Brings the tables up to date. Throws where the database was made by a newer Ringside: it would not be understood. */
export async function migrate(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(withoutTimeLimit);
    await tx.execute(sql`select pg_advisory_xact_lock(${migrationLock})`);
    await tx.execute(sql`create table if not exists migrations (number integer primary key)`);
    const done = await tx.select().from(applied);
    if (done.length > migrations.length) {
      throw new Error(
        'This database was made by a newer version of Ringside. Start that version, or use another database.',
      );
    }
    for (const [index, statements] of migrations.entries()) {
      if (index < done.length) continue;
      for (const step of statements) await (typeof step === 'string' ? tx.execute(sql.raw(step)) : step(tx));
      await tx.insert(applied).values({ number: index + 1 });
    }
  });
  await addSearchIndex(db);
}

/**
 * Makes text search quick on many contacts. Search works without it, so a database that does not allow the extension
 * is no error.
 */
async function addSearchIndex(db: Database): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      await tx.execute(withoutTimeLimit);
      await tx.execute(sql`create extension if not exists pg_trgm`);
      for (const [index, table, column] of searchIndices) {
        await tx.execute(
          sql.raw(`create index if not exists ${index} on ${table} using gin (${column} gin_trgm_ops)`),
        );
        // Else what was written last is kept in a list that every search reads through.
        await tx.execute(sql.raw(`alter index ${index} set (fastupdate = off)`));
      }
    });
  } catch {
    console.warn('Search index left out: this database does not allow the extension pg_trgm.');
  }
}
