import { expect, it } from 'vitest';
import { createTokenBucket } from './token-bucket.ts';

it('lets a burst through, then one at a time at its rate', () => {
  let now = 0;
  const bucket = createTokenBucket({ burst: 3, perSecond: 10 }, () => now);
  expect([bucket.wait(), bucket.wait(), bucket.wait()]).toEqual([0, 0, 0]);
  expect([bucket.wait(), bucket.wait()]).toEqual([100, 200]);
  now = 500;
  expect([bucket.wait(), bucket.wait(), bucket.wait()]).toEqual([0, 0, 0]);
  expect(bucket.wait()).toBe(100);
});

it('goes on filling after the clock was set back', () => {
  let now = 10_000;
  const bucket = createTokenBucket({ burst: 1, perSecond: 1 }, () => now);
  expect(bucket.wait()).toBe(0);
  now = 0;
  expect(bucket.wait()).toBe(1_000);
  now = 3_000;
  expect(bucket.wait()).toBe(0);
});
