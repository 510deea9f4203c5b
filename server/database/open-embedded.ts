import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { drizzle } from 'drizzle-orm/pglite';
import type { OpenDatabase } from './database.ts';
import { forceFolderToDisk, GuardedFiles } from './guarded-files.ts';
import { lockDataFolder } from './lock-data-folder.ts';
import { maintainEmbedded } from './maintain-embedded.ts';
import { refuseFalseAnswers } from './refuse-false-answers.ts';

/** Another server has the folder, or the database itself broke. */
export type LostBecause = 'taken over' | 'broken';

export interface EmbeddedOptions {
  /** A folder, or `memory://` for a database that is gone at the end. */
  data: string;
  /** Whether a write is on disk before it is answered. */
  fsync: boolean;
  /** Called where nothing can be read or written any more. */
  onLost: (why: LostBecause) => void;
}

/** PGlite with all its settings but the one that switches fsync off; its file system knows `fsync` only. */
const durable = [...PGlite.defaultStartParams.filter((flag) => flag !== '-F'), '-c', 'wal_sync_method=fsync'];

/** Between two searches while others ask too: five searches a second, and four fifths of the time for everything else. */
const restMs = 150;

/** Opens the embedded database. Throws where its folder is in use. */
export async function openEmbedded(options: EmbeddedOptions): Promise<OpenDatabase> {
  return options.data === 'memory://' ? openInMemory(options) : openFolder(options);
}

async function openInMemory({ onLost }: EmbeddedOptions): Promise<OpenDatabase> {
  const client = await PGlite.create({ dataDir: 'memory://', extensions: { pg_trgm } });
  refuseFalseAnswers(client, () => onLost('broken'));
  return opened(client, () => client.close());
}

async function openFolder({ data, fsync, onLost }: EmbeddedOptions): Promise<OpenDatabase> {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const lock = await lockDataFolder(data, () => onLost('taken over'));
  const folder = join(data, 'database');
  const isNew = !existsSync(join(folder, 'PG_VERSION'));
  try {
    const client = await PGlite.create({
      fs: new GuardedFiles(folder, { assertHeld: lock.assertHeld, fsync }),
      extensions: { pg_trgm },
      ...(fsync && { startParams: durable }),
    });
    refuseFalseAnswers(client, () => onLost('broken'));
    if (fsync && isNew) await forceFolderToDisk(data);
    return opened(client, async () => {
      await client.close();
      // So that a later start with fsync finds nothing that was left to the system.
      if (!fsync) await forceFolderToDisk(folder);
      await lock.release();
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function opened(client: PGlite, close: () => Promise<void>): OpenDatabase {
  const db = drizzle({ client });
  return {
    db,
    searches: db,
    searchTurns: { atOnce: 1, restMs },
    maintain: () => maintainEmbedded(client),
    close,
  };
}
