import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

export interface ServerProcess {
  url: string;
  /** Resolves with what it printed. */
  ended: Promise<string>;
  isAlive(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** Bytes in memory now; NaN where the system does not say. */
  memory(): number;
}

export interface ProcessOptions {
  token: string;
  /** A folder, or the address of a PostgreSQL. */
  database: { data: string } | { url: string };
  flags?: string[];
  /** Modules that run before it, each an address. */
  imports?: string[];
}

const root = join(import.meta.dirname, '../..');
const bundle = join(root, '.output', `server-bench-${process.pid}`);
const started = new Set<ChildProcess>();
let built: Promise<unknown> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(bundle, { recursive: true, force: true });
});

/** The companion server as it is now, built once, as a process of its own. Rejects where it ends before it is ready. */
export async function startServerProcess({
  token,
  database,
  flags = [],
  imports = [],
}: ProcessOptions): Promise<ServerProcess> {
  built ??= build({
    configFile: join(root, 'server/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: bundle },
  });
  await built;
  const program = join(bundle, 'main.js');
  const data = 'data' in database ? ['--data', database.data] : [];
  const before = imports.flatMap((address) => ['--import', address]);
  const child = spawn(process.execPath, [...before, program, '--port', '0', ...data, ...flags], {
    env: {
      ...process.env,
      RINGSIDE_TOKEN: token,
      DATABASE_URL: 'url' in database ? database.url : '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  let output = '';
  const ended = new Promise<string>((resolve) => {
    child.once('close', () => {
      started.delete(child);
      resolve(output);
    });
  });
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        if (output.length < 100_000) output += chunk.toString();
        const url = /^Ringside server ready at (\S+)$/m.exec(output)?.[1];
        if (url === undefined) return;
        resolve({
          url,
          ended,
          isAlive: () => child.exitCode === null && child.signalCode === null,
          kill: (signal) => child.kill(signal),
          memory: () => residentOf(child.pid),
        });
      });
    }
    ended.then((said) => reject(new Error(`The server ended:\n${said}`)));
  });
}

function residentOf(pid: number | undefined): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? Number.NaN : Number(kilobytes) * 1_024;
  } catch {
    return Number.NaN;
  }
}
