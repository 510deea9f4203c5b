import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** PGlite or PostgreSQL, or a transaction on either: the SQL is the same. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** An open database and how to end it. */
export interface OpenDatabase {
  db: Database;
  close(): Promise<void>;
}
