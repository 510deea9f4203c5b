import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { HeartbeatMessage, SharedBeat } from './start-heartbeat.ts';

const { path, id, beatMs, lost, seen }: SharedBeat & { path: string; id: string; beatMs: number } =
  workerData;

let beat = 0;

/** The thread of start-heartbeat.ts: counts up the beat in the lock file, until that is another's. */
function tick(): void {
  try {
    if (!countUp()) {
      Atomics.store(lost, 0, 1);
      say('lost');
      return;
    }
    if (beat === 1) say('beating');
    Atomics.store(seen, 0, BigInt(Date.now()));
  } catch {
    // A full or slow disk: the next beat may get through. Without one, others will take the folder and we shall see it.
  }
  setTimeout(tick, beatMs);
}

/**
 * False where the file is gone or another's. It is read and written through one handle, so that a lock which was
 * put in the place of ours meanwhile is never written over; opened and closed each time, since a file system
 * of the network then tells others at once.
 */
function countUp(): boolean {
  let file: number;
  try {
    file = openSync(path, 'r+');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
  try {
    const content = readFileSync(file, 'utf8');
    if (!content.includes(id)) return false;
    beat += 1;
    writeSync(file, content.replace(/"beat":"\d+"/, `"beat":"${String(beat).padStart(12, '0')}"`), 0);
    return true;
  } finally {
    closeSync(file);
  }
}

function say(message: HeartbeatMessage): void {
  parentPort?.postMessage(message);
}

tick();
