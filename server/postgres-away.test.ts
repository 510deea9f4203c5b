import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { person, phone } from './both-databases-for-tests.ts';
import type { Database } from './database/database.ts';
import { openDatabase } from './database/open-database.ts';
import { isPostgresInstalled, startPostgres, type TestPostgres } from './postgres-for-tests.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';
import type { TestReply } from './test-client-for-tests.ts';

const writers = 12;
const within = 30_000;

interface Write {
  key: string;
  name: string;
  answer: TestReply | undefined;
}

describe.skipIf(!isPostgresInstalled())('a PostgreSQL that goes away', () => {
  let postgres: TestPostgres;
  let server: TestServer;
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);

  beforeAll(async () => {
    postgres = await startPostgres();
    // One line for each request that was cut.
    vi.spyOn(console, 'error').mockImplementation(() => {});
    process.on('unhandledRejection', note);
    process.on('uncaughtException', note);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    process.off('unhandledRejection', note);
    process.off('uncaughtException', note);
    await postgres?.stop();
  });
  beforeEach(async () => {
    server = await startTestServer({ databaseUrl: await postgres.newDatabase() });
  });
  afterEach(() => server?.close());

  const post = (path: string, body: unknown, key: string = randomUUID()) =>
    server.client.post(path, body, { 'Idempotency-Key': key });

  /** Everything at once, over and over: writes in transactions and reads, until `done`. */
  async function busy(done: () => boolean): Promise<{ writes: Write[]; reads: TestReply[] }> {
    const writes: Write[] = [];
    const reads: TestReply[] = [];
    const writer = async () => {
      while (!done()) {
        const write: Write = { key: randomUUID(), name: `Writer ${writes.length}`, answer: undefined };
        writes.push(write);
        write.answer = await post('/api/contacts', person(write.name), write.key);
      }
    };
    const reader = async () => {
      while (!done()) reads.push(await post('/api/contacts/lookup', { identifier: phone('+442079460123') }));
    };
    await Promise.all([...Array.from({ length: writers }, writer), reader(), reader(), reader()]);
    return { writes, reads };
  }

  async function untilAnswering(): Promise<void> {
    const deadline = Date.now() + within;
    while ((await server.client.get('/api/health')).status !== 200)
      if (Date.now() > deadline) throw new Error('The server did not come back.');
  }

  const accidents: [string, () => Promise<void>][] = [
    ['is killed and started again', () => postgres.kill().then(() => postgres.restart())],
    ['loses the processes of its connections', async () => postgres.killBackends()],
    ['throws every connection out', () => postgres.terminateBackends()],
  ];

  it.each(accidents)('that %s costs a 503 and no write, and the server goes on', async (_what, accident) => {
    const failures = new Set<string>();
    let done = false;
    const traffic = busy(() => done);
    for (let turn = 0; turn < 3; turn += 1) {
      await accident();
      await untilAnswering();
    }
    done = true;
    const { writes, reads } = await traffic;
    for (const { answer } of writes) {
      if (answer?.status === 201) continue;
      failures.add(`${answer?.status} ${answer?.body.code}`);
      expect(Number(answer?.headers.get('Retry-After'))).toBeGreaterThan(0);
    }
    for (const { status } of reads) if (status !== 200) failures.add(String(status));
    // What was cut off has one effect under its key, whether or not it was done.
    for (const write of writes)
      if (write.answer?.status !== 201) {
        write.answer = await post('/api/contacts', person(write.name), write.key);
        expect(write.answer.status).toBe(201);
      }
    const ids = new Set(writes.map(({ answer }) => answer?.body.id));
    expect(ids.size).toBe(writes.length);
    for (const { answer } of writes)
      expect((await server.client.get(`/api/contacts/${answer?.body.id}`)).body).toEqual(answer?.body);
    expect([...failures].filter((failure) => !/^503( server-error)?$/.test(failure))).toEqual([]);
    expect(failures.size).toBeGreaterThan(0);
    expect(unhandled).toEqual([]);
  });

  it('breaks off what takes long, a search sooner', async () => {
    const { db, searches, close } = await openDatabase({
      data: '',
      databaseUrl: await postgres.newDatabase(),
    });
    const limitOf = async (way: Database) => JSON.stringify(await way.execute(sql`show statement_timeout`));
    expect(await limitOf(db)).toContain('"8s"');
    expect(await limitOf(searches)).toContain('"3s"');
    await close();
  });

  it('that is not there at all is a 503 in time, and gives no connection away', async () => {
    await postgres.kill();
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, n) => post('/api/contacts', person(`Nobody ${n}`))),
    );
    const reads = await Promise.all([
      server.client.get('/api/contacts/C-1001'),
      server.client.get('/api/health'),
    ]);
    expect(new Set([...replies, ...reads].map(({ status }) => status))).toEqual(new Set([503]));
    expect([...replies, ...reads].every(({ headers }) => headers.has('Retry-After'))).toBe(true);
    await postgres.restart();
    await untilAnswering();
    const after = await Promise.all(
      Array.from({ length: 40 }, (_, n) => post('/api/contacts', person(`Somebody ${n}`))),
    );
    expect(new Set(after.map(({ status }) => status))).toEqual(new Set([201]));
    expect(unhandled).toEqual([]);
  });
});
