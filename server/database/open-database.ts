import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { drizzle } from 'drizzle-orm/pglite';
import type { OpenDatabase } from './database.ts';
import { lockDataFolder } from './lock-data-folder.ts';
import { openPostgres } from './open-postgres.ts';

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
    const db = drizzle({ client });
    return {
      db,
      searches: db,
      searchesAtOnce: 1,
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
