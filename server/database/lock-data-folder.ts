import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folders that this very process holds: its own process id in a lock would otherwise look stale. */
const held = new Set<string>();

/**
 * Makes this the only process on a data folder: two would damage an embedded database. Answers the function that gives
 * it free. A lock whose process is gone, or whose process id now belongs to another program, is taken over.
 */
export function lockDataFolder(folder: string): () => void {
  const path = join(resolve(folder), 'ringside.lock');
  if (held.has(path)) throw inUse(folder, process.pid);
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (create(path, mine)) {
      held.add(path);
      return () => {
        held.delete(path);
        if (read(path) === mine) rmSync(path, { force: true });
      };
    }
    const found = read(path);
    if (found === undefined) continue;
    const owner = ownerOf(found);
    if (owner !== undefined) throw inUse(folder, owner);
    removeStale(path, found);
  }
  throw new Error(`The data folder ${folder} cannot be locked: remove ${path} if no Ringside server runs.`);
}

function inUse(folder: string, pid: number): Error {
  return new Error(
    `The data folder ${folder} is in use by another Ringside server (process ${pid}). Stop it, or choose another --data.`,
  );
}

function create(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The process that holds the lock, if it still lives. */
function ownerOf(content: string): number | undefined {
  let lock: unknown;
  try {
    lock = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (typeof lock !== 'object' || lock === null || !('pid' in lock) || typeof lock.pid !== 'number')
    return undefined;
  if (lock.pid === process.pid || !isAlive(lock.pid)) return undefined;
  const started = 'started' in lock && typeof lock.started === 'string' ? lock.started : '';
  return started === startOf(lock.pid) ? lock.pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process started, in the kernel's ticks; empty where the system does not tell. Tells a reused process id. */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  return (
    stat
      ?.slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .at(19) ?? ''
  );
}

/** Two processes may find the same stale lock: only the one that moves that very lock away goes on. */
function removeStale(path: string, found: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== found) linkSync(aside, path);
  } catch {
    // Another process was quicker; the next attempt sees its lock.
  } finally {
    rmSync(aside, { force: true });
  }
}
