import type { OpenDatabase } from './database.ts';
import { type LostBecause, openEmbedded } from './open-embedded.ts';
import { openPostgres } from './open-postgres.ts';

/** `databaseUrl` wins over `data`. `data` is a folder, or `memory://` for a database that is gone at the end. */
export interface DatabaseOptions {
  data: string;
  databaseUrl?: string | undefined;
  /** Whether the embedded database has a write on disk before it is answered; default true. */
  fsync?: boolean | undefined;
  /** Called where the embedded database is lost. Default: ends this process, as nothing can be saved. */
  onLost?: ((why: LostBecause) => void) | undefined;
}

/** Opens the database, not yet migrated. Throws where the folder is in use or the server cannot be reached. */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { data, databaseUrl, fsync = true, onLost = (why) => endAsLost(data, why) } = options;
  return databaseUrl === undefined ? openEmbedded({ data, fsync, onLost }) : openPostgres(databaseUrl);
}

function endAsLost(data: string, why: LostBecause): never {
  console.error(
    why === 'taken over'
      ? `The data folder ${data} was taken over by another Ringside server while this one stood still. This one ends; what it had not answered was not saved.`
      : `The embedded database in ${data} broke in the middle of a statement: is the disk full or failing? The server ends; start it again. What it had answered is saved.`,
  );
  process.exit(1);
}
