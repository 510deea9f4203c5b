import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CrmRate } from './rate.ts';
import { createRateLimiter } from './rate-limiter.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

const second = { requests: 3, perMs: 1_000 };

/** Asks for turns and notes when each one came, or what was said instead. */
function start(rate: CrmRate) {
  const limiter = createRateLimiter(rate);
  const began = performance.now();
  const came: [name: string, outcome: unknown][] = [];
  const ask = (
    name: string,
    {
      search = false,
      withinMs = 6_000,
      signal,
    }: { search?: boolean; withinMs?: number; signal?: AbortSignal } = {},
  ): void => {
    limiter.turn({ search, until: performance.now() + withinMs, signal }).then(
      () => came.push([name, performance.now() - began]),
      (error: { safe: unknown }) => came.push([name, error.safe]),
    );
  };
  return { limiter, came, ask };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the rate limiter', () => {
  it('lets as many through at once as the CRM takes, and the others when the first are old enough', async () => {
    const { ask, came } = start(second);
    for (const name of ['a', 'b', 'c', 'd', 'e']) ask(name);
    await pass(0);
    expect(came).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ]);
    await pass(999);
    expect(came).toHaveLength(3);
    await pass(1);
    expect(came.slice(3)).toEqual([
      ['d', 1_000],
      ['e', 1_000],
    ]);
  });

  it('never lets more through than that in any stretch of that length, and none too late', async () => {
    const rate = { requests: 4, perMs: 1_000, searches: { requests: 2, perMs: 700 } };
    const { ask, came } = start(rate);
    const seed = Date.now() % 100_000;
    let state = seed;
    const random = (below: number) => {
      state = (state * 48_271 + 11) % 2_147_483_647;
      return state % below;
    };
    const asked = new Map<string, { at: number; search: boolean }>();
    let clock = 0;
    for (let n = 0; n < 400; n += 1) {
      const search = random(3) === 0;
      asked.set(String(n), { at: clock, search });
      ask(String(n), { search, withinMs: 2_000 });
      const step = random(300);
      clock += step;
      await pass(step);
    }
    await pass(10_000);
    const sent = came.filter((one): one is [string, number] => typeof one[1] === 'number');
    const crowded = (times: number[], { requests, perMs }: { requests: number; perMs: number }) =>
      times.some((at, index) => index >= requests && at - times[index - requests]! < perMs);
    expect({
      seed,
      all: crowded(
        sent.map(([, at]) => at),
        rate,
      ),
    }).toEqual({ seed, all: false });
    const searches = sent.filter(([name]) => asked.get(name)!.search).map(([, at]) => at);
    expect({ seed, searches: crowded(searches, rate.searches) }).toEqual({ seed, searches: false });
    for (const [name, at] of sent) expect(at - asked.get(name)!.at).toBeLessThanOrEqual(2_000);
    expect(came).toHaveLength(400);
    expect(sent.length).toBeGreaterThan(200);
  });

  it('sends half of a long stretch at once and the rest one by one, so that somebody can always go soon', async () => {
    const { ask, came } = start({ requests: 10, perMs: 10_000 });
    for (let n = 0; n < 8; n += 1) ask(String(n));
    await pass(6_000);
    expect(came.map(([, at]) => at)).toEqual([0, 0, 0, 0, 0, 2_000, 4_000, 6_000]);
  });

  it('never lets more through than that in a long stretch either', async () => {
    const rate = { requests: 10, perMs: 10_000 };
    const { ask, came } = start(rate);
    const seed = Date.now() % 100_000;
    let state = seed;
    for (let n = 0; n < 300; n += 1) {
      state = (state * 48_271 + 11) % 2_147_483_647;
      ask(String(n));
      await pass(state % 3 === 0 ? state % 4_000 : state % 300);
    }
    await pass(10_000);
    const sent = came.map(([, at]) => at).filter((at): at is number => typeof at === 'number');
    const crowded = sent.filter((at, index) => index >= 10 && at - sent[index - 10]! < 10_000);
    expect({ seed, crowded }).toEqual({ seed, crowded: [] });
    // How long it takes is the seed's: about 100 turns. Far fewer would show nothing.
    expect(sent.length).toBeGreaterThan(50);
  });

  it('lets other requests by while searches wait for theirs', async () => {
    const { ask, came } = start({ ...second, searches: { requests: 1, perMs: 1_000 } });
    ask('search', { search: true });
    ask('search again', { search: true });
    ask('read');
    await pass(0);
    expect(came.map(([name]) => name)).toEqual(['search', 'read']);
    await pass(1_000);
    expect(came.at(-1)).toEqual(['search again', 1_000]);
  });

  it('says at once that it would be too late, and when it would not be', async () => {
    const { ask, came } = start({ requests: 1, perMs: 4_000 });
    for (const name of ['now', 'in time', 'too late']) ask(name);
    await pass(0);
    expect(came).toEqual([
      ['now', 0],
      ['too late', { code: 'rate-limited', retryAfterMs: 8_000 }],
    ]);
    await pass(4_000);
    expect(came.at(-1)).toEqual(['in time', 4_000]);
  });

  it('gives the place of who gives up to the next', async () => {
    const { ask, came } = start({ requests: 1, perMs: 1_000 });
    const controller = new AbortController();
    ask('first');
    ask('gives up', { signal: controller.signal });
    ask('next');
    await pass(500);
    controller.abort();
    await pass(500);
    expect(came).toEqual([
      ['first', 0],
      ['gives up', { code: 'unreachable' }],
      ['next', 1_000],
    ]);
    ask('gave up before', { signal: controller.signal });
    await pass(0);
    expect(came.at(-1)).toEqual(['gave up before', { code: 'unreachable' }]);
  });

  it('sends nothing while the CRM wants to be left alone, and then goes on in order', async () => {
    const { limiter, ask, came } = start(second);
    limiter.pause({ code: 'rate-limited', retryAfterMs: 3_000 });
    ask('a');
    ask('b');
    await pass(2_999);
    expect(came).toEqual([]);
    await pass(1);
    expect(came).toEqual([
      ['a', 3_000],
      ['b', 3_000],
    ]);
  });

  it('tells who cannot wait so long what the CRM said, also those that wait already', async () => {
    const { limiter, ask, came } = start({ requests: 1, perMs: 1_000 });
    ask('sent');
    ask('waiting');
    await pass(400);
    limiter.pause({ code: 'server-error', retryAfterMs: 30_000 });
    ask('later');
    await pass(0);
    expect(came).toEqual([
      ['sent', 0],
      ['waiting', { code: 'server-error', retryAfterMs: 30_000 }],
      ['later', { code: 'server-error', retryAfterMs: 30_000 }],
    ]);
  });

  it('shortens no pause by a shorter one, and keeps none beyond five minutes', async () => {
    const { limiter, ask, came } = start(second);
    limiter.pause({ code: 'rate-limited', retryAfterMs: 86_400_000 });
    limiter.pause({ code: 'server-error', retryAfterMs: 1_000 });
    ask('too soon');
    await pass(299_000);
    expect(came).toEqual([['too soon', { code: 'rate-limited', retryAfterMs: 300_000 }]]);
    ask('soon enough');
    await pass(1_000);
    expect(came.at(-1)).toEqual(['soon enough', 300_000]);
  });
});
