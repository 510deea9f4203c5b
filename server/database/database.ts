import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** PGlite or PostgreSQL, or a transaction on either: the SQL is the same. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** An open database and how to end it. */
export interface OpenDatabase {
  db: Database;
  /** The way for searches, so that they hold nobody else up; the same where there is one connection only. */
  searches: Database;
  /** How many searches may run at a time, and how long in ms they leave a shared connection to others between two. */
  searchTurns: { atOnce: number; restMs: number };
  /** To be called every minute. */
  maintain(): Promise<void>;
  close(): Promise<void>;
}
