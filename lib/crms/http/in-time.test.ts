import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { remembered } from '../http/remembered.ts';
import { createHttp } from './http.ts';
import { createHttpAuth } from './http-auth.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
afterEach(() => vi.useRealTimers());

const never = () => new Promise<never>(() => undefined);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const outcome = (work: Promise<unknown>) =>
  work.then(
    (value) => value,
    (error: { safe?: unknown }) => error.safe,
  );

describe('a connection of which something never answers', () => {
  const httpWith = (auth: () => Promise<Record<string, string>>) =>
    createHttp({
      baseUrl: 'https://crm.example.com/',
      headers: {},
      auth,
      fetch: async () => new Response('{}', { headers: { 'Content-Type': 'application/json' } }),
    });
  const request = { method: 'get', path: 'contacts', reply: z.object({}) } as const;

  it('says of a sign-in that hangs that it took too long', async () => {
    const reading = outcome(httpWith(never).read(request));
    await pass(30_000);
    expect(await reading).toEqual({ code: 'timeout' });
  });

  it('says of a lock that is not to be had that the CRM was not reached', async () => {
    const locked = () => Promise.reject(new DOMException('aborted', 'AbortError'));
    expect(await outcome(httpWith(locked).read(request))).toEqual({ code: 'unreachable' });
  });

  it('signs in anew after a sign-in has hung', async () => {
    let hangs = true;
    const auth = createHttpAuth({
      signIn: () => (hangs ? never() : Promise.resolve({ headers: { Authorization: 'Bearer 2' } })),
    });
    const first = outcome(auth());
    await pass(40_000);
    expect(await first).toEqual({ code: 'timeout' });
    hangs = false;
    expect(await auth()).toEqual({ Authorization: 'Bearer 2' });
  });

  it('asks for its fields anew after that has hung', async () => {
    let hangs = true;
    const fields = remembered(undefined, 'fields', z.string(), () =>
      hangs ? never() : Promise.resolve('two'),
    );
    const first = outcome(fields());
    await pass(70_000);
    expect(await first).toEqual({ code: 'timeout' });
    hangs = false;
    expect(await fields()).toBe('two');
  });
});
