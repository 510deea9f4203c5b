import { expect, it } from 'vitest';
import { Problem } from './problem.ts';
import { SearchTurns } from './search-turns.ts';

const never = new AbortController().signal;

/** Searches by hand: each is begun by the turns and ended by the test. */
function desk(options: { atOnce?: number; restMs?: number } = {}) {
  let now = 1_000;
  const turns = new SearchTurns({ atOnce: 1, restMs: 0, ...options, now: () => now });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    turns,
    begun,
    pass(ms: number) {
      now += ms;
    },
    async search(agent: string, name: string, signal: AbortSignal = never): Promise<unknown> {
      return turns
        .search(agent, signal, () => {
          begun.push(name);
          return new Promise<void>((resolve) => ends.set(name, resolve));
        })
        .catch((error: unknown) => error);
    },
    async end(name: string) {
      ends.get(name)?.();
      await settled();
    },
  };
}

/** Once everything that is ready has run, and what that made ready. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

it('lets agents take turns, whoever asked how often', async () => {
  const { begun, search, end } = desk();
  for (const name of ['a1', 'a2', 'a3']) void search('a', name);
  void search('b', 'b1');
  void search('c', 'c1');
  for (const name of ['a1', 'a2', 'b1', 'c1', 'a3']) {
    await settled();
    await end(name);
  }
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3']);
});

it('runs no more at once than it may, and goes on after one that failed', async () => {
  const { turns, begun, search, end } = desk({ atOnce: 2 });
  void search('a', 'a1');
  await expect(turns.search('b', never, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  for (const name of ['a2', 'a3']) void search('a', name);
  await settled();
  expect(begun).toEqual(['a1', 'a2']);
  await end('a1');
  expect(begun).toEqual(['a1', 'a2', 'a3']);
});

it('holds nothing else up, and begins no search while something else is being answered', async () => {
  const { turns, begun, search, end } = desk({ restMs: 20 });
  void search('a', 'a1');
  void search('a', 'a2');
  await settled();
  let answered = () => {};
  const lookup = turns.letPass(
    () =>
      new Promise<string>((resolve) => {
        answered = () => resolve('found');
      }),
  );
  await end('a1');
  expect(begun).toEqual(['a1']);
  answered();
  expect(await lookup).toBe('found');
  await settled();
  expect(begun).toEqual(['a1', 'a2']);
});

it('lets a search begin after a rest, though there is always something else', async () => {
  const { turns, begun, search, end, pass } = desk({ restMs: 20 });
  void search('a', 'a1');
  await settled();
  void turns.letPass(() => new Promise(() => {}));
  void search('a', 'a2');
  await end('a1');
  expect(begun).toEqual(['a1']);
  pass(20);
  await expect.poll(() => begun).toEqual(['a1', 'a2']);
});

it('refuses an agent who has too many waiting, and nobody else', async () => {
  const { begun, search } = desk();
  void search('a', 'a0');
  await settled();
  for (let n = 1; n <= 16; n += 1) void search('a', `a${n}`);
  const refused = await search('a', 'a17');
  expect(refused).toMatchObject({ status: 429, more: { retryAfter: 1 } });
  void search('b', 'b1');
  await settled();
  expect(begun).toEqual(['a0']);
});

it('drops a search that nobody waits for any more, and one that waited too long', async () => {
  const { begun, search, end, pass } = desk();
  void search('a', 'a1');
  await settled();
  const gone = new AbortController();
  const dropped = search('b', 'b1', gone.signal);
  const late = search('c', 'c1');
  gone.abort();
  expect(await dropped).toBeInstanceOf(Problem);
  pass(5_001);
  void search('d', 'd1');
  await end('a1');
  expect(await late).toMatchObject({ status: 503, more: { retryAfter: 1 } });
  expect(begun).toEqual(['a1', 'd1']);
});
