import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres, type TestPostgres } from '../../server/postgres-for-tests.ts';
import { testClient } from '../../server/test-client-for-tests.ts';
import { findFaults } from './find-faults.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { send, startWriters, type Write } from './writers.ts';

export interface KillRunOptions {
  database: 'pglite' | 'postgres';
  /** Who gets the SIGKILL. */
  victim: 'server' | 'postgres';
  kills: number;
  writers: number;
  /** How long they write before the kill comes, at random, ms. */
  windowMs: [number, number];
  /** Writes that must be acknowledged before a kill comes, however long that takes. Default 0. */
  acknowledgedFirst?: number;
}

export interface KillRunResult {
  writes: number;
  /** Answered before the kill. */
  acknowledged: number;
  /** Cut off or refused, then sent again under their key. */
  repeated: number;
  /** Of those, done already and answered from the kept reply. */
  keptReplies: number;
  lost: number;
  doubled: number;
  changed: number;
  /** How often the server itself ended though it was not the victim. */
  serverEnded: number;
  /** From the kill to the first good answer, ms each. */
  backAfterMs: number[];
}

const token = 'token-of-the-kill-runs';
const longestWaitMs = 120_000;

/** Kills the server, or the PostgreSQL under it, over and over while it is written to, and looks what is there afterwards. */
export async function killRun(options: KillRunOptions): Promise<KillRunResult> {
  const postgres = options.database === 'postgres' ? await startPostgres({ fsync: true }) : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'ringside-kills-'));
  const database = postgres ? { url: await postgres.newDatabase() } : { data: folder };
  const start = () => startServerProcess({ token, database });
  const writes: Write[] = [];
  const tally = { acknowledged: 0, repeated: 0, keptReplies: 0, serverEnded: 0 };
  const backAfterMs: number[] = [];
  let server = await start();
  try {
    for (let kill = 0; kill < options.kills; kill += 1) {
      const round = startWriters(testClient(server.url, token), options.writers);
      const [least, most] = options.windowMs;
      await wait(least + Math.random() * (most - least));
      await until('a write was acknowledged', () => round.acknowledged() >= (options.acknowledgedFirst ?? 0));
      const at = Date.now();
      await strike(options.victim, server, postgres);
      const written = await round.stop();
      if (!server.isAlive()) {
        if (options.victim === 'postgres') tally.serverEnded += 1;
        server = await start();
      }
      await untilAnswering(server);
      backAfterMs.push(Date.now() - at);
      const cutOff = written.filter(({ answer }) => answer === undefined);
      tally.acknowledged += written.length - cutOff.length;
      for (const write of cutOff) {
        const reply = await send(testClient(server.url, token), write);
        if (reply === undefined) throw new Error('A write sent again under its key was not taken.');
        tally.repeated += 1;
        if (reply.headers.has('Idempotency-Replayed')) tally.keptReplies += 1;
      }
      writes.push(...written);
    }
    const faults = await findFaults(testClient(server.url, token), writes);
    return { writes: writes.length, ...tally, ...faults, backAfterMs };
  } finally {
    server.kill('SIGTERM');
    await server.ended;
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function strike(
  victim: KillRunOptions['victim'],
  server: ServerProcess,
  postgres: TestPostgres | undefined,
): Promise<void> {
  if (victim === 'server') {
    server.kill('SIGKILL');
    await server.ended;
    return;
  }
  await postgres?.kill();
  await postgres?.restart();
}

function untilAnswering(server: ServerProcess): Promise<void> {
  return until('the server answers again', async () => {
    const reply = await fetch(`${server.url}/api/health`).catch(() => undefined);
    return reply?.status === 200;
  });
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + longestWaitMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It took more than ${longestWaitMs} ms until ${what}.`);
    await wait(10);
  }
}
