import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

const programs = process.env.POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin';

export interface TestPostgres {
  /** A connection string to a fresh, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * False where PostgreSQL is not installed, which it says; where CI or REQUIRE_REAL_SERVERS is set that is an error, so
 * that a test cannot be left out unseen.
 */
export function isPostgresInstalled(): boolean {
  if (existsSync(join(programs, 'postgres'))) return true;
  const missing = `PostgreSQL is not in ${programs} (POSTGRES_BIN names another folder)`;
  if (process.env.CI || process.env.REQUIRE_REAL_SERVERS) throw new Error(missing);
  console.warn(`${missing}: the server's tests run on PGlite only.`);
  return false;
}

/** A private PostgreSQL cluster on loopback, gone after `stop`. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-postgres-'));
  const isRoot = process.getuid?.() === 0;
  // PostgreSQL refuses to run as root; the Debian package brings the user.
  if (isRoot) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
  }
  const as = (program: string, args: string[]): [string, string[]] =>
    isRoot
      ? ['runuser', ['-u', 'postgres', '--', join(programs, program), ...args]]
      : [join(programs, program), args];
  const data = join(folder, 'data');
  execFileSync(...as('initdb', ['-D', data, '-U', 'ringside', '--auth=trust', '-E', 'UTF8', '--locale=C']), {
    cwd: '/',
    stdio: 'pipe',
  });
  const port = await freePort();
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `port=${port}`, '-c', 'fsync=off'];
  const server = spawn(...as('postgres', ['-D', data, '-k', folder, ...settings]), {
    cwd: '/',
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = (database: string) => `postgres://ringside@127.0.0.1:${port}/${database}`;
  await answering(url('postgres'), () => server.exitCode);
  let count = 0;
  return {
    async newDatabase() {
      count += 1;
      await run(url('postgres'), `create database test_${count}`);
      return url(`test_${count}`);
    },
    async stop() {
      // runuser does not pass every signal on; pg_ctl speaks to the server itself.
      execFileSync(...as('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']), {
        cwd: '/',
        stdio: 'pipe',
      });
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function answering(url: string, exitCode: () => number | null): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      return await run(url, 'select 1');
    } catch (error) {
      if (exitCode() !== null || Date.now() > deadline) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('No free port.')),
      );
    });
  });
}
