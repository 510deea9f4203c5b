import { expect, it } from 'vitest';
import { createEventPace } from './event-pace.ts';

it('lets a burst through, then one at a time at its rate', () => {
  let now = 0;
  const pace = createEventPace({ burst: 3, perSecond: 10 }, () => now);
  expect([pace.wait(), pace.wait(), pace.wait()]).toEqual([0, 0, 0]);
  expect([pace.wait(), pace.wait()]).toEqual([100, 200]);
  now = 500;
  expect([pace.wait(), pace.wait(), pace.wait()]).toEqual([0, 0, 0]);
  expect(pace.wait()).toBe(100);
});

it('goes on filling after the clock was set back', () => {
  let now = 10_000;
  const pace = createEventPace({ burst: 1, perSecond: 1 }, () => now);
  expect(pace.wait()).toBe(0);
  now = 0;
  expect(pace.wait()).toBe(1_000);
  now = 3_000;
  expect(pace.wait()).toBe(0);
});
