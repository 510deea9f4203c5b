import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LockBusy, withLock } from './with-lock.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const never = () => new Promise<never>(() => undefined);
/** The lock manager is not on our clock. */
const turns = async (count = 20) => {
  for (let n = 0; n < count; n += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('a lock', () => {
  it('lets one step after the other, each with its answer', async () => {
    const order: string[] = [];
    const step = (name: string) => async () => {
      order.push(`${name} begins`);
      await turns(2);
      order.push(`${name} ends`);
      return name;
    };
    expect(await Promise.all([withLock('a', step('one')), withLock('a', step('two'))])).toEqual([
      'one',
      'two',
    ]);
    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('is given back by a step that does not end', async () => {
    const hung = withLock('b', never).catch((error: Error) => error.name);
    await turns();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(await hung).toBe('TimeUp');
    expect(await withLock('b', async () => 'next')).toBe('next');
  });

  it('is waited for no longer than that, when somebody else holds it', async () => {
    let release = (): void => {};
    const held = navigator.locks.request('c', () => new Promise<void>((resolve) => (release = resolve)));
    await turns();
    const waiting = withLock('c', async () => 'mine').catch((error: Error) => error.name);
    await vi.advanceTimersByTimeAsync(25_000);
    await turns();
    expect(await waiting).toBe('LockBusy');
    release();
    await held;
  });

  it('that is not to be had runs no step, however long one waits', async () => {
    let release = (): void => {};
    const held = navigator.locks.request('d', () => new Promise<void>((resolve) => (release = resolve)));
    await turns();
    const step = vi.fn(async () => {});
    const late = withLock('d', step, { waitMs: 20 }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(20);
    expect(await late).toBeInstanceOf(LockBusy);
    release();
    await held;
    await turns();
    expect(step).not.toHaveBeenCalled();
  });
});
