import { expect, test } from 'vitest';
import { createTokenBucket } from './token-bucket.ts';

test('it lets its size through at once and then so many a second, never more than its size saved up', () => {
  let now = 0;
  const bucket = createTokenBucket(3, 2, () => now);
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
