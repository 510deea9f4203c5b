import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Heartbeat, startHeartbeat } from './start-heartbeat.ts';

export interface FolderLock {
  /** Throws where the folder is no longer ours; quick enough to be asked before every write to a file. */
  assertHeld(): void;
  /** Gives the folder free. */
  release(): Promise<void>;
}

export interface LockTimes {
  /** How often the owner shows that it lives. */
  beatMs: number;
  /** How long a lock must stay as it is until its owner counts as gone. Six beats, so that a busy machine loses none. */
  watchMs: number;
}

const usualTimes: LockTimes = { beatMs: 500, watchMs: 3_000 };

/**
 * Makes this the only server on a data folder: two would damage an embedded database. The lock is a file that holds
 * a random id and a beat that its owner counts up. Process ids and clocks would say nothing across containers and
 * machines that share the folder; whether the beat moves does. Who finds a lock watches it: where it moves the folder
 * is in use, where it stands still its owner has crashed and it is taken over. `onLost` is called where that happened to
 * us, after a long sleep of this machine for one: nothing may be written any more.
 */
export async function lockDataFolder(
  folder: string,
  onLost: () => void,
  times: LockTimes = usualTimes,
): Promise<FolderLock> {
  const path = join(resolve(folder), 'ringside.lock');
  const id = randomUUID();
  const content = { id, host: hostname(), process: process.pid };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const heartbeat = await claim(path, content, onLost, times);
    if (heartbeat) return { assertHeld: heartbeat.assertAlive, release: () => release(path, id, heartbeat) };
    const found = read(path);
    if (found === undefined) continue;
    const now = await afterWatching(path, found, times);
    if (now === found) removeStale(path, found);
    else if (now !== undefined) throw inUse(folder, now);
  }
  throw new Error(`The data folder ${folder} cannot be locked: remove ${path} if no Ringside server runs.`);
}

async function claim(
  path: string,
  content: Record<string, unknown>,
  onLost: () => void,
  { beatMs, watchMs }: LockTimes,
): Promise<Heartbeat | undefined> {
  try {
    writeFileSync(path, beatText(content, 0), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
    throw error;
  }
  // Half of what others watch: who has not been seen to live for so long looks again before it writes.
  return startHeartbeat({ path, id: String(content.id), beatMs, trustedMs: watchMs / 2, onLost });
}

/** Always of one length, so that a beat overwrites the one before. */
function beatText(content: Record<string, unknown>, beat: number): string {
  return JSON.stringify({ ...content, beat: String(beat).padStart(12, '0') });
}

async function release(path: string, id: string, heartbeat: Heartbeat): Promise<void> {
  await heartbeat.stop();
  if (read(path)?.includes(id)) rmSync(path, { force: true });
}

/** The lock as it is as soon as it changes, else as it is after the whole time; undefined where it is gone. */
async function afterWatching(
  path: string,
  found: string,
  { beatMs, watchMs }: LockTimes,
): Promise<string | undefined> {
  // Turns are counted and not the clock, which jumps when a machine sleeps.
  for (let turn = 0; turn < watchMs / (beatMs / 4); turn += 1) {
    await wait(beatMs / 4);
    const now = read(path);
    if (now !== found) return now;
  }
  return found;
}

function inUse(folder: string, content: string): Error {
  const [, host = 'another machine'] = /"host":"([^"]*)"/.exec(content) ?? [];
  const [, owner = 'unknown'] = /"process":(\d+)/.exec(content) ?? [];
  return new Error(
    `The data folder ${folder} is in use by another Ringside server (process ${owner} on ${host}). Stop it, or choose another --data.`,
  );
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Two processes may find the same stale lock: only the one that moves that very lock away goes on. */
function removeStale(path: string, found: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== found) linkSync(aside, path);
  } catch {
    // Another process was quicker; the next attempt sees its lock.
  } finally {
    rmSync(aside, { force: true });
  }
}
