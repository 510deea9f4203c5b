import { expect, test } from 'vitest';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

/** Takes one where there is one. */
function taken(bucket: TokenBucket): boolean {
  const free = bucket.waitMs() === 0;
  if (free) bucket.take();
  return free;
}

/** Takes one in any case, and says in how many milliseconds it may be used. */
function reserved(bucket: TokenBucket): number {
  const wait = bucket.waitMs();
  bucket.take();
  return wait;
}

test('it lets its size through at once and then so many a second, never more than its size saved up', () => {
  let now = 0;
  const bucket = createTokenBucket({ burst: 3, perSecond: 2 }, () => now);
  const count = () => Array.from({ length: 10 }, () => taken(bucket)).filter(Boolean).length;
  expect(count()).toBe(3);
  expect(bucket.waitMs()).toBe(500);
  now = 499;
  expect(count()).toBe(0);
  now = 500;
  expect(count()).toBe(1);
  now = 60_000;
  expect(bucket.waitMs()).toBe(0);
  expect(count()).toBe(3);
});

test('it lets a burst through, then one at a time at its rate', () => {
  let now = 0;
  const bucket = createTokenBucket({ burst: 3, perSecond: 10 }, () => now);
  expect([reserved(bucket), reserved(bucket), reserved(bucket)]).toEqual([0, 0, 0]);
  expect([reserved(bucket), reserved(bucket)]).toEqual([100, 200]);
  now = 500;
  expect([reserved(bucket), reserved(bucket), reserved(bucket)]).toEqual([0, 0, 0]);
  expect(reserved(bucket)).toBe(100);
});

test('it goes on filling after the clock was set back', () => {
  let now = 10_000;
  const bucket = createTokenBucket({ burst: 1, perSecond: 1 }, () => now);
  expect(reserved(bucket)).toBe(0);
  now = 0;
  expect(reserved(bucket)).toBe(1_000);
  now = 3_000;
  expect(reserved(bucket)).toBe(0);
});
