import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { person } from './both-databases-for-tests.ts';
import { startTestServer } from './server-for-tests.ts';
import { testClient } from './test-client-for-tests.ts';

const token = 'token-of-the-process-test';
const bundle = join(import.meta.dirname, '..', '.output', `server-test-${process.pid}`);
const running = new Set<ChildProcess>();
let folder = '';
// Several servers one after the other, each with a new database, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-process-'));
  await build({
    configFile: join(import.meta.dirname, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: bundle },
  });
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});
afterAll(() => {
  rmSync(bundle, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** The built server as its own process; `ready` is its address, `ended` how it ended and what it printed. */
function start(...flags: string[]) {
  return startBehind([], flags);
}

/** The same as the child of another program. */
function startBehind(before: string[], flags: string[]) {
  const [program = '', ...args] = [...before, process.execPath, join(bundle, 'main.js'), ...flags];
  const child = spawn(program, args, {
    env: { ...process.env, RINGSIDE_TOKEN: '', DATABASE_URL: '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  let announce: (url: string) => void = () => {};
  const ready = new Promise<string>((resolve) => {
    announce = resolve;
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /^Ringside server ready at (\S+)$/m.exec(output)?.[1];
      if (url !== undefined) announce(url);
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  return { child, ready, ended };
}

const serve = (data: string) => start('--port', '0', '--data', data, '--token', token, '--demo');

it('keeps what was saved over a stop, and over a kill right after "saved"', async () => {
  const data = join(folder, 'kept');
  const key = { 'Idempotency-Key': 'kept-over-a-kill' };
  const first = serve(data);
  const made = await testClient(await first.ready, token).post(
    '/api/contacts',
    person('Kept Over A Kill'),
    key,
  );
  expect(made.status).toBe(201);
  first.child.kill('SIGKILL');
  await first.ended;
  expect(existsSync(join(data, 'ringside.lock'))).toBe(true);

  const second = serve(data);
  const client = testClient(await second.ready, token);
  expect((await client.get(`/api/contacts/${made.body.id}`)).body).toEqual(made.body);
  expect((await client.post('/api/contacts', person('Kept Over A Kill'), key)).body).toEqual(made.body);
  second.child.kill('SIGTERM');
  const { code, output } = await second.ended;
  expect(code).toBe(0);
  expect(output).toMatch(/^Ringside server ready at http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(existsSync(join(data, 'ringside.lock'))).toBe(false);

  const third = serve(data);
  const again = await testClient(await third.ready, token).post('/api/contacts/search', {
    query: 'kept over',
  });
  expect(again.body.contacts).toHaveLength(1);
  third.child.kill('SIGINT');
  expect((await third.ended).code).toBe(0);
});

it('is the only one on its folder, and says so', async () => {
  const data = join(folder, 'one');
  const first = serve(data);
  await first.ready;
  const second = await serve(data).ended;
  expect(second.code).toBe(1);
  expect(second.output).toMatch(
    new RegExp(`in use by another Ringside server \\(process ${first.child.pid} on .+\\)`),
  );
  expect(second.output).not.toContain(token);
});

/** A container of its own, as far as process ids go: the server is process 1 there. */
const namespace = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child'];
const hasNamespaces = spawnSync('unshare', [...namespace.slice(1), 'true']).status === 0;

it.skipIf(!hasNamespaces)(
  'is the only one on its folder across containers, and after a crash there',
  async () => {
    const data = join(folder, 'containers');
    const flags = ['--port', '0', '--data', data, '--token', token, '--demo', '--no-fsync'];
    const first = startBehind(namespace, flags);
    const made = await testClient(await first.ready, token).post('/api/contacts', person('In A Container'));
    expect(readFileSync(join(data, 'ringside.lock'), 'utf8')).toContain('"process":1,');
    const second = await startBehind(namespace, flags).ended;
    expect([second.code, second.output]).toEqual([1, expect.stringContaining('process 1 on')]);
    first.child.kill('SIGKILL');
    await first.ended;
    const third = startBehind(namespace, flags);
    const client = testClient(await third.ready, token);
    expect((await client.get(`/api/contacts/${made.body.id}`)).body).toEqual(made.body);
  },
);

it('writes nothing, answers nothing and ends when it wakes up and another has its folder', async () => {
  const data = join(folder, 'asleep');
  const first = serve(data);
  const client = testClient(await first.ready, token);
  first.child.kill('SIGSTOP');
  const asleep = client.post('/api/contacts', person('Asleep')).catch(() => undefined);
  const second = serve(data);
  const awake = testClient(await second.ready, token);
  const made = await awake.post('/api/contacts', person('Awake'));
  expect(made.status).toBe(201);
  first.child.kill('SIGCONT');
  const { code, output } = await first.ended;
  expect([code, output]).toEqual([1, expect.stringContaining('was taken over by another Ringside server')]);
  expect((await asleep)?.status).not.toBe(201);
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
  const third = testClient(await serve(data).ready, token);
  const found = await third.post('/api/contacts/search', { query: 'awake' });
  expect(found.body.contacts.map(({ id }: { id: string }) => id)).toEqual([made.body.id]);
  expect((await third.post('/api/contacts/search', { query: 'asleep' })).body.contacts).toEqual([]);
});

it('says that its port is in use, and leaves the folder free', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) =>
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    }),
  );
  const data = join(folder, 'port');
  const { code, output } = await start('--port', String(port), '--data', data).ended;
  taken.close();
  expect([code, output]).toEqual([
    1,
    `Port ${port} is in use by another program. Choose another --port, or 0 for a free one.\n`,
  ]);
  expect(existsSync(join(data, 'ringside.lock'))).toBe(false);
});

it('says which flag is wrong, and that a database does not answer, without its password', async () => {
  const wrong = await start('--port', 'many').ended;
  expect([wrong.code, wrong.output]).toEqual([
    1,
    '--port takes a number from 0 to 65535 (0 takes a free one).\n',
  ]);
  const away = startTestServer({ databaseUrl: 'postgres://user:hush@127.0.0.1:1/x' });
  await expect(away).rejects.toThrow(/^The database of DATABASE_URL does not answer(?!.*hush)/);
});

it('adds an agent who can then sign in', async () => {
  const data = join(folder, 'agents');
  const adding = start('--data', data, '--add-agent', 'Lea Sommer <lea@example.com>');
  adding.child.stdin?.end('a long password\n');
  expect((await adding.ended).output).toBe('Lea Sommer can sign in.\n');
  const server = start('--port', '0', '--data', data);
  const client = testClient(await server.ready);
  const reply = await client.post('/api/sign-in', { email: 'LEA@example.com', password: 'a long password' });
  expect(reply.body.agent.name).toBe('Lea Sommer');
  const { body } = await testClient(await server.ready, reply.body.token).get('/api/workspace');
  expect(body).toMatchObject({ region: 'GB', campaigns: [] });

  // While it runs, its folder is its own, and accounts are to be reached through it.
  const listing = await start('--data', data, '--list-agents').ended;
  expect(listing.code).toBe(1);
  expect(listing.output).toContain('/api/agents');
});
