import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to run, or why there is none at this path. */
export type Found = { path: string; problem?: string };

/** The case files at these paths, each once: a file itself, of a folder every `.json` in it and below, in order of their names. */
export async function findCaseFiles(paths: readonly string[]): Promise<Found[]> {
  const found = (await Promise.all(paths.map(filesAt))).flat();
  return [...new Map(found.map((one) => [one.path, one])).values()];
}

async function filesAt(path: string): Promise<Found[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [{ path }];
    const names = await readdir(path, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => name.endsWith('.json')).sort();
    if (files.length === 0) return [{ path, problem: 'there is no case file in it' }];
    return files.map((name) => ({ path: join(path, name) }));
  } catch (error) {
    return [
      { path, problem: `it cannot be read: ${error instanceof Error ? error.message : String(error)}` },
    ];
  }
}
