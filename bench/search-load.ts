/**
 * What one agent's searches cost another agent's lookups, on either database of the companion server:
 * `node bench/search-load.ts --database pglite` (or postgres), `--contacts N`, `--seconds N`.
 * `--data DIR` keeps and takes again the folder
 * of an embedded database. Prints lookups alone, and while 8 connections of one token search for letters, and the ratio of the two.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../server/postgres-for-tests.ts';
import { type TestClient, testClient } from '../server/test-client-for-tests.ts';
import { lookerUp, plantContacts, plantedNumbers } from './companion/plant-contacts.ts';
import { startServerProcess } from './companion/server-process.ts';

const words = ['a', 'e', 'i', 'o', 'u', 'n', 's', 'r', 'a e i o u n s r', 'ana', 'office', 'zz', 'q'];
const searchers = 8;
const token = 'token-that-searches';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'pglite' },
    contacts: { type: 'string', default: '100000' },
    data: { type: 'string' },
    seconds: { type: 'string', default: '15' },
  },
});
const seconds = Number(values.seconds);
const postgres = values.database === 'postgres' ? await startPostgres() : undefined;
const folder = mkdtempSync(join(tmpdir(), 'ringside-search-load-'));
const data = values.data ?? folder;
const isPlanted = existsSync(join(data, 'database'));
const database = postgres ? { url: await postgres.newDatabase() } : { data };
try {
  const count = Number(values.contacts);
  if (postgres || !isPlanted) await plantContacts(database, count);
  const numbers = plantedNumbers(count);
  const server = await startServerProcess({ token, database });
  const signIn = await testClient(server.url).post('/api/sign-in', lookerUp);
  const looks = testClient(server.url, signIn.body.token);
  const searches = testClient(server.url, token);
  for (const word of words) await timed(() => searches.post('/api/contacts/search', { query: word }));
  for (const word of words) {
    const ms = await timed(() => searches.post('/api/contacts/search', { query: word }));
    console.log(`search alone  ${word.padEnd(16)} ${ms.toFixed(0)} ms`);
  }
  const alone = await lookUp(looks, numbers);
  const counts = new Map<number, number>();
  let searching = true;
  const load = Promise.all(
    Array.from({ length: searchers }, async (_, first) => {
      for (let turn = first; searching; turn += 1) {
        const { status } = await searches.post('/api/contacts/search', { query: words[turn % 9] });
        counts.set(status, (counts.get(status) ?? 0) + 1);
      }
    }),
  );
  const beside = await lookUp(looks, numbers);
  searching = false;
  await load;
  report('lookups alone', alone);
  report(`beside ${searchers} that search`, beside);
  console.log(`searches answered: ${[...counts].map(([status, n]) => `${n} × ${status}`).join(', ')}`);
  console.log(
    `ratio: p50 ${(at(beside, 0.5) / at(alone, 0.5)).toFixed(1)}, p95 ${(at(beside, 0.95) / at(alone, 0.95)).toFixed(1)}`,
  );
  server.kill('SIGTERM');
  await server.ended;
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Lookups one after the other, as a desk asks; ms each, sorted. */
async function lookUp(client: TestClient, numbers: string[]): Promise<number[]> {
  const all: number[] = [];
  const until = Date.now() + seconds * 1_000;
  for (let turn = 0; Date.now() < until; turn += 1) {
    const value = numbers[turn % numbers.length];
    all.push(
      await timed(async () => {
        const reply = await client.post('/api/contacts/lookup', { identifier: { kind: 'phone', value } });
        if (reply.status === 429) return;
        if (reply.body.contacts?.length !== 1) throw new Error(`${value}: ${JSON.stringify(reply.body)}`);
      }),
    );
    // A call a second from each of twenty desks.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return all.sort((a, b) => a - b);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function at(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function report(what: string, sorted: number[]): void {
  const figures = [0.5, 0.95, 1].map((share) => at(sorted, share).toFixed(1));
  console.log(
    `${what}: n ${sorted.length}, p50 ${figures[0]} ms, p95 ${figures[1]} ms, max ${figures[2]} ms`,
  );
}
