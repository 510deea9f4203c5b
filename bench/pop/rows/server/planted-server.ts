import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isPostgresInstalled, startPostgres } from '../../../../server/postgres-for-tests.ts';
import { testClient } from '../../../../server/test-client-for-tests.ts';
import { lookerUp, plantContacts, plantedNumbers } from '../../../companion/plant-contacts.ts';
import { type ServerProcess, startServerProcess } from '../../../companion/server-process.ts';
import type { Bench } from '../../bench.ts';
import { type FloorServer, startFloorServer } from './floor-server.ts';

export type DatabaseName = 'pglite' | 'postgres';

export interface Planted {
  database: DatabaseName;
  contacts: number;
}

/** The companion server with so many contacts, beside the floor's server that knows some of their numbers. */
export interface PlantedServer {
  url: string;
  floor: FloorServer;
  numbers: string[];
  /** Each has a limit of its own to how often it may ask. */
  tokens: string[];
  /** Bytes that the server's process takes, its database included where that is in it. */
  memory(): number;
  /** Starts one more on the same database, after this one has ended; milliseconds until it was ready. */
  restart(): Promise<number>;
}

const tokens = 6;
const slowServer = pathToFileURL(join(import.meta.dirname, '../../../slow-server.mjs'));
const token = 'token-of-the-bench';

/** One at a time, since planting takes long and two would take much memory: it stays for the rows that ask for the same. */
let standing: { key: string; server: Promise<PlantedServer & { stop(): Promise<void> }> } | undefined;

export function plantedServer(bench: Bench, planted: Planted): Promise<PlantedServer> {
  const key = JSON.stringify(planted);
  if (standing?.key === key) return standing.server;
  const former = standing?.server;
  if (standing === undefined) bench.atEnd(async () => (await standing?.server)?.stop());
  const next = (async () => {
    await (await former?.catch(() => undefined))?.stop();
    return start(bench, planted);
  })();
  standing = { key, server: next };
  return next;
}

async function start(
  { slowness }: Bench,
  { database, contacts }: Planted,
): Promise<PlantedServer & { stop(): Promise<void> }> {
  if (database === 'postgres' && !isPostgresInstalled()) throw new Error('PostgreSQL is not installed');
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const postgres = database === 'postgres' ? await startPostgres() : undefined;
    if (postgres) stops.push(postgres.stop);
    const data = await mkdtemp(join(tmpdir(), 'ringside-bench-data-'));
    stops.push(() => rm(data, { recursive: true, force: true, maxRetries: 5 }));
    const where = postgres ? { url: await postgres.newDatabase() } : { data };
    await plantContacts(where, contacts);
    const numbers = plantedNumbers(contacts);
    const floor = await startFloorServer(numbers);
    stops.push(floor.stop);
    let server = await launch();
    stops.push(() => end(server));
    const signedIn: string[] = [];
    // One after the other: the server takes few passwords at a time.
    for (let turn = 0; turn < tokens; turn += 1) {
      const { status, body } = await testClient(server.url).post('/api/sign-in', lookerUp);
      if (status !== 200) throw new Error(`Signing in was answered with ${status}`);
      signedIn.push(body.token);
    }
    return {
      ...{ floor, numbers, tokens: signedIn, stop },
      get url() {
        return server.url;
      },
      memory: () => server.memory(),
      async restart() {
        await end(server);
        const since = performance.now();
        server = await launch();
        return performance.now() - since;
      },
    };

    function launch(): Promise<ServerProcess> {
      const flags = postgres ? [] : ['--no-fsync'];
      const wait = slowness?.amounts.server?.wait;
      const imports = wait === undefined ? [] : [`${slowServer}?ms=${wait}`];
      return startServerProcess({ token, database: where, flags, imports });
    }
  } catch (error) {
    await stop();
    throw error;
  }
}

async function end(server: ServerProcess): Promise<void> {
  server.kill('SIGTERM');
  await server.ended;
}
