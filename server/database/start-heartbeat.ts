import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

export interface HeartbeatOptions {
  /** The lock file. */
  path: string;
  /** What it holds as long as it is ours. */
  id: string;
  beatMs: number;
  /** How long after the last beat the lock counts as ours without another look. */
  trustedMs: number;
  onLost: () => void;
}

export interface Heartbeat {
  /** Throws where the lock is another's. */
  assertAlive(): void;
  stop(): Promise<void>;
}

/** What the thread and this one share: whether the lock was lost, and when it was last seen to be ours (epoch ms). */
export interface SharedBeat {
  lost: Int32Array;
  seen: BigInt64Array;
}

/** What the thread says: its first beat is there, or the lock is another's. */
export type HeartbeatMessage = 'beating' | 'lost';

/**
 * Shows that we live, in a thread of its own: the embedded database keeps this one busy for seconds at times. Comes back
 * with the first beat.
 */
export async function startHeartbeat(options: HeartbeatOptions): Promise<Heartbeat> {
  const { path, id, beatMs, trustedMs, onLost } = options;
  const shared: SharedBeat = {
    lost: new Int32Array(new SharedArrayBuffer(4)),
    seen: new BigInt64Array(new SharedArrayBuffer(8)),
  };
  Atomics.store(shared.seen, 0, BigInt(Date.now()));
  let ended = false;
  const lose = () => {
    Atomics.store(shared.lost, 0, 1);
    if (ended) return;
    ended = true;
    onLost();
  };
  // Beside this file, from source and built (vite.config.ts).
  const program = new URL(
    import.meta.filename.endsWith('.ts') ? './heartbeat.ts' : './heartbeat.js',
    import.meta.url,
  );
  const worker = new Worker(program, { workerData: { path, id, beatMs, ...shared }, execArgv: [] });
  await new Promise<void>((resolve) => {
    worker.on('message', (message: HeartbeatMessage) => {
      if (message === 'lost') lose();
      resolve();
    });
    // Without its beat others will take the folder.
    worker.on('error', () => {
      lose();
      resolve();
    });
  });
  worker.unref();
  return {
    assertAlive() {
      const unseenMs = Math.abs(Date.now() - Number(Atomics.load(shared.seen, 0)));
      const isLost = Atomics.load(shared.lost, 0) === 1 || (unseenMs > trustedMs && !isOurs(path, id));
      if (!isLost) return;
      // The thread may have seen it first, and its message wait for this one.
      lose();
      throw new Error('The data folder is no longer ours.');
    },
    async stop() {
      ended = true;
      await worker.terminate();
    },
  };
}

function isOurs(path: string, id: string): boolean {
  try {
    return readFileSync(path, 'utf8').includes(id);
  } catch (error) {
    // A disk that cannot be read now says nothing of whose it is.
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
