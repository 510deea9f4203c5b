import { expect, test } from 'vitest';
import { createTokenBucket } from './token-bucket.ts';

test('it lets its size through at once and then so many a second, never more than its size saved up', () => {
  let now = 0;
  const bucket = createTokenBucket({ burst: 3, perSecond: 2 }, () => now);
  const taken = () => Array.from({ length: 10 }, () => bucket.take()).filter(Boolean).length;
  expect(taken()).toBe(3);
  expect(bucket.waitMs()).toBe(500);
  now = 499;
  expect(taken()).toBe(0);
  now = 500;
  expect(taken()).toBe(1);
  now = 60_000;
  expect(bucket.waitMs()).toBe(0);
  expect(taken()).toBe(3);
});

test('it lets a burst through, then one at a time at its rate', () => {
  let now = 0;
  const bucket = createTokenBucket({ burst: 3, perSecond: 10 }, () => now);
  expect([bucket.reserve(), bucket.reserve(), bucket.reserve()]).toEqual([0, 0, 0]);
  expect([bucket.reserve(), bucket.reserve()]).toEqual([100, 200]);
  now = 500;
  expect([bucket.reserve(), bucket.reserve(), bucket.reserve()]).toEqual([0, 0, 0]);
  expect(bucket.reserve()).toBe(100);
});

test('it goes on filling after the clock was set back', () => {
  let now = 10_000;
  const bucket = createTokenBucket({ burst: 1, perSecond: 1 }, () => now);
  expect(bucket.reserve()).toBe(0);
  now = 0;
  expect(bucket.reserve()).toBe(1_000);
  now = 3_000;
  expect(bucket.reserve()).toBe(0);
});
