import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

const programs = process.env.POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin';

export interface TestPostgres {
  /** A connection string to a fresh, empty database. */
  newDatabase(): Promise<string>;
  /** SIGKILL, at once, to every process of the cluster. */
  kill(): Promise<void>;
  /** SIGKILL to the processes that serve connections: PostgreSQL throws all out and recovers by itself. */
  killBackends(): void;
  /** Throws every connection out, as an administrator or a failover does. */
  terminateBackends(): Promise<void>;
  /** Runs again after `kill`, at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Off unless a test is about what is on disk. */
  fsync?: boolean;
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
export async function startPostgres({ fsync = false }: PostgresOptions = {}): Promise<TestPostgres> {
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
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, `fsync=${fsync ? 'on' : 'off'}`];
  const url = (database: string) => `postgres://ringside@127.0.0.1:${port}/${database}`;
  const launch = async () => {
    const flags = settings.flatMap((setting) => ['-c', setting]);
    const server = spawn(...as('postgres', ['-D', data, '-k', folder, ...flags]), {
      cwd: '/',
      stdio: 'ignore',
    });
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    await answering(url('postgres'), () => server.exitCode);
    return { ended };
  };
  let running = await launch();
  // A test that is broken off leaves none behind.
  const endAtExit = () => end(mainProcess(data));
  process.once('exit', endAtExit);
  let count = 0;
  return {
    async newDatabase() {
      count += 1;
      await run(url('postgres'), `create database test_${count}`);
      return url(`test_${count}`);
    },
    async kill() {
      const main = mainProcess(data);
      for (const id of [main, ...childrenOf(main)]) end(id);
      await running.ended;
    },
    killBackends() {
      const title = /^postgres: ringside /;
      for (const id of childrenOf(mainProcess(data)).filter((child) => title.test(titleOf(child)))) end(id);
    },
    terminateBackends: () =>
      run(
        url('postgres'),
        'select pg_terminate_backend(pid) from pg_stat_activity where datname is not null and pid <> pg_backend_pid()',
      ),
    async restart() {
      running = await launch();
    },
    async stop() {
      process.off('exit', endAtExit);
      // runuser does not pass every signal on; pg_ctl speaks to the server itself.
      execFileSync(...as('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']), {
        cwd: '/',
        stdio: 'pipe',
      });
      await running.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mainProcess(data: string): number {
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === parent)
    .map(Number);
}

function parentOf(id: number): number {
  const stat = read(`/proc/${id}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function titleOf(id: number): string {
  return read(`/proc/${id}/cmdline`);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function end(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
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
