import { fstatSync, fsyncSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

export interface GuardedFilesOptions {
  /** Throws where this process may write no more. */
  assertHeld(): void;
  /** Whether what the database wants on disk is forced there. */
  fsync: boolean;
}

type FileOptions = Awaited<ReturnType<NodeFS['init']>>['emscriptenOpts'];

/** What is changed of the database's view of the file system (Emscripten's NODEFS). */
interface FileOperations {
  NODEFS: {
    stream_ops: {
      write(stream: OpenFile, ...rest: unknown[]): number;
      fsync?(stream: OpenFile): number;
    };
  };
}

interface OpenFile {
  /** The handle in Node. */
  nfd: number;
}

/**
 * The files of the embedded database in a folder. PGlite's own file system forgets what it is asked to force to disk;
 * this one does it, and it writes only while the folder is ours.
 */
export class GuardedFiles extends NodeFS {
  readonly #options: GuardedFilesOptions;

  constructor(folder: string, options: GuardedFilesOptions) {
    super(folder);
    this.#options = options;
  }

  override async init(pg: PGlite, options: FileOptions): Promise<{ emscriptenOpts: FileOptions }> {
    const { emscriptenOpts } = await super.init(pg, options);
    const { assertHeld, fsync } = this.#options;
    const guard = (module: unknown) => {
      // Emscripten's module carries its file systems; PGlite's types leave them out.
      const { stream_ops: operations } = (module as FileOperations).NODEFS;
      const { write } = operations;
      operations.write = (stream, ...rest) => {
        assertHeld();
        return write(stream, ...rest);
      };
      if (fsync) operations.fsync = ({ nfd }) => forceToDisk(nfd);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), guard] } };
  }
}

/** Forces a whole folder to disk: what making the database left to the system. Many at once, since disks take them together. */
export async function forceFolderToDisk(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? forceFolderToDisk(path) : force(path);
    }),
  );
  await force(folder);
}

async function force(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } catch (error) {
    // Windows forces only what may be written, and no folders.
    if (process.platform !== 'win32') throw error;
  } finally {
    await file.close();
  }
}

/** 0, as the system call answers. Some systems have no such thing for folders: there it is left out. */
function forceToDisk(file: number): number {
  try {
    fsyncSync(file);
  } catch (error) {
    if (!fstatSync(file).isDirectory()) throw error;
  }
  return 0;
}
