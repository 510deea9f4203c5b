import type { OpenDatabase } from './database.ts';
import { openEmbedded } from './open-embedded.ts';
import { openPostgres } from './open-postgres.ts';

/** `databaseUrl` wins over `data`. `data` is a folder, or `memory://` for a database that is gone at the end. */
export interface DatabaseOptions {
  data: string;
  databaseUrl?: string | undefined;
  /** Whether the embedded database has a write on disk before it is answered; default true. */
  fsync?: boolean | undefined;
  /** Called where another server took the folder `data` over. Default: ends this process, as nothing can be saved. */
  onLost?: (() => void) | undefined;
}

/** Opens the database, not yet migrated. Throws where the folder is in use or the server cannot be reached. */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { data, databaseUrl, fsync = true, onLost = () => endAsLost(data) } = options;
  return databaseUrl === undefined ? openEmbedded({ data, fsync, onLost }) : openPostgres(databaseUrl);
}

function endAsLost(data: string): never {
  console.error(
    `The data folder ${data} was taken over by another Ringside server while this one stood still. This one ends; what it had not answered was not saved.`,
  );
  process.exit(1);
}
