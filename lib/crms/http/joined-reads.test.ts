import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createHttp } from './http.ts';
import { startReplayServer } from './replay-server-for-tests.ts';
import { createTraffic } from './traffic.ts';

const replySchema = z.object({ value: z.unknown() });
let server: Awaited<ReturnType<typeof startReplayServer>>;
/** Answers what is held, in the order it came. */
let held: ((value: unknown) => void)[] = [];
let closed = 0;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());
beforeEach(() => {
  held = [];
  closed = 0;
  server.answerWith(({ method }, response) => {
    if (method === 'HEAD') return void response.end();
    response.on('close', () => {
      if (!response.writableFinished) closed += 1;
    });
    held.push((value) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ value }));
    });
  });
});

function connect(traffic = createTraffic({ requests: 1_000, perMs: 1_000 })) {
  const http = createHttp({ baseUrl: server.baseUrl, headers: {}, traffic });
  const read = (
    path: string,
    more: { json?: unknown; signal?: AbortSignal; query?: Record<string, string> } = {},
  ) => http.read({ method: more.json === undefined ? 'get' : 'post', path, reply: replySchema, ...more });
  const write = (path: string, signal?: AbortSignal) =>
    http.write({ method: 'post', path, json: {}, reply: replySchema, signal });
  return { read, write };
}

/** Waits until so many requests have come, and no more. */
async function requests(count: number): Promise<void> {
  await until(() => held.length >= count);
  // What was sent before this one has come by the time it is answered.
  await fetch(server.baseUrl, { method: 'HEAD' });
  expect(held).toHaveLength(count);
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('It did not happen within 5 s.');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

describe('the same read asked for at once', () => {
  it('is one request, and each caller gets objects of its own', async () => {
    const { read } = connect();
    const all = [read('contacts/7'), read('contacts/7'), read('contacts/7')];
    await requests(1);
    held[0]!({ list: [1] });
    const [a, b, c] = await Promise.all(all);
    expect([a, b, c]).toEqual(Array(3).fill({ value: { list: [1] } }));
    expect(a!.value).not.toBe(b!.value);
    expect(b!.value).not.toBe(c!.value);
  });

  it('is one request with the same body, and another with another body, query, path or method', async () => {
    const { read } = connect();
    const json = { phone: '+442079460123' };
    const all = [
      read('find', { json }),
      read('find', { json: { ...json } }),
      read('find', { json: { phone: '+442079460124' } }),
      read('find'),
      read('find', { query: { page: '1' } }),
      read('find', { query: { page: '2' } }),
      read('found'),
    ];
    await requests(6);
    for (const answer of held) answer(true);
    await Promise.all(all);
  });

  it('is asked anew once it was answered', async () => {
    const { read } = connect();
    const first = read('a');
    await requests(1);
    held[0]!(1);
    await first;
    const second = read('a');
    await requests(2);
    held[1]!(2);
    expect(await second).toEqual({ value: 2 });
  });

  it('fails for all who asked, and the next one asks anew', async () => {
    const { read } = connect();
    server.answerWith((_request, response) => response.writeHead(403).end());
    const all = [read('a'), read('a')];
    for (const one of all) await expect(one).rejects.toMatchObject({ safe: { code: 'not-allowed' } });
    expect(server.seen).toHaveLength(1);
    await expect(read('a')).rejects.toMatchObject({ safe: { code: 'not-allowed' } });
    expect(server.seen).toHaveLength(2);
  });
});

describe('giving up a read that others wait for', () => {
  it('releases only who gives up', async () => {
    const { read } = connect();
    const [one, other] = [new AbortController(), new AbortController()];
    const all = [read('a', { signal: one.signal }), read('a', { signal: other.signal }), read('a')];
    await requests(1);
    one.abort();
    await expect(all[0]).rejects.toMatchObject({ safe: { code: 'unreachable' } });
    held[0]!('there');
    expect(await Promise.all(all.slice(1))).toEqual([{ value: 'there' }, { value: 'there' }]);
    expect(closed).toBe(0);
  });

  it('ends the request when nobody waits any more, and who asks then is asked for', async () => {
    const { read } = connect();
    const [one, other] = [new AbortController(), new AbortController()];
    const all = [read('a', { signal: one.signal }), read('a', { signal: other.signal })];
    await requests(1);
    one.abort();
    other.abort();
    // In the very same moment: what is given up may not be joined.
    const next = read('a');
    for (const gone of all) await expect(gone).rejects.toMatchObject({ safe: { code: 'unreachable' } });
    await until(() => closed === 1);
    await requests(2);
    held[1]!('again');
    expect(await next).toEqual({ value: 'again' });
  });

  it('sends nothing for who had given up before', async () => {
    const { read } = connect();
    const gone = read('a', { signal: AbortSignal.abort() });
    await expect(gone).rejects.toMatchObject({ safe: { code: 'unreachable' } });
    expect(server.seen).toEqual([]);
  });
});

describe('a read and a write', () => {
  it('never joins writes', async () => {
    const { write } = connect();
    const all = [write('a'), write('a')];
    await requests(2);
    for (const answer of held) answer(true);
    await Promise.all(all);
  });

  it('asks anew after a write, though the same read is still under way from before', async () => {
    const { read, write } = connect();
    const before = read('contact');
    await requests(1);
    const writing = write('contact');
    await requests(2);
    const meanwhile = read('contact');
    held[1]!('written');
    await writing;
    const after = read('contact');
    await requests(3);
    held[0]!('old');
    held[2]!('new');
    expect(await Promise.all([before, meanwhile, after])).toEqual([
      { value: 'old' },
      { value: 'old' },
      { value: 'new' },
    ]);
  });

  it('asks anew after a write that failed too, since it may have taken effect', async () => {
    const { read, write } = connect();
    const before = read('contact');
    await requests(1);
    const controller = new AbortController();
    const writing = write('contact', controller.signal);
    await requests(2);
    controller.abort();
    await expect(writing).rejects.toMatchObject({ safe: { code: 'unreachable' } });
    const after = read('contact');
    await requests(3);
    held[0]!('old');
    held[2]!('new');
    expect(await Promise.all([before, after])).toEqual([{ value: 'old' }, { value: 'new' }]);
  });

  it('counts the writes of every way to the same CRM', async () => {
    const traffic = createTraffic({ requests: 1_000, perMs: 1_000 });
    const [one, other] = [connect(traffic), connect(traffic)];
    const before = one.read('contact');
    await requests(1);
    const writing = other.write('contact');
    await requests(2);
    held[1]!(true);
    await writing;
    const after = one.read('contact');
    await requests(3);
    held[0]!('old');
    held[2]!('new');
    expect(await Promise.all([before, after])).toEqual([{ value: 'old' }, { value: 'new' }]);
  });
});
