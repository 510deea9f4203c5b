import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { Pool } from 'pg';
import type { OpenDatabase } from './database.ts';
import { lockDataFolder } from './lock-data-folder.ts';

/** `databaseUrl` wins over `data`. `data` is a folder, or `memory://` for a database that is gone at the end. */
export interface DatabaseOptions {
  data: string;
  databaseUrl?: string | undefined;
}

/** Opens the database, not yet migrated. Throws where the folder is in use or the server cannot be reached. */
export async function openDatabase({ data, databaseUrl }: DatabaseOptions): Promise<OpenDatabase> {
  return databaseUrl === undefined ? openEmbedded(data) : openPostgres(databaseUrl);
}

async function openEmbedded(data: string): Promise<OpenDatabase> {
  const inMemory = data === 'memory://';
  if (!inMemory) mkdirSync(data, { recursive: true, mode: 0o700 });
  const unlock = inMemory ? () => {} : lockDataFolder(data);
  try {
    const client = await PGlite.create({
      dataDir: inMemory ? data : `${data}/database`,
      extensions: { pg_trgm },
    });
    return {
      db: drizzlePglite({ client }),
      async close() {
        await client.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openPostgres(connectionString: string): Promise<OpenDatabase> {
  const pool = new Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    // The reason's own text may hold the address with its password.
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Error(
      `The database of DATABASE_URL does not answer${code}: check its host, name, user and password.`,
    );
  }
  return { db: drizzlePostgres({ client: pool }), close: () => pool.end() };
}
