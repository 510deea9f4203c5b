import { expect, it } from 'vitest';
import { median, quantile, spread, timesOf } from './statistics.ts';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

it('takes the middle one, or the mean of two', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});

it('takes the value below which nearly all lie', () => {
  expect(quantile(hundred, 0.95)).toBe(96);
  expect(quantile([3, 1], 0.95)).toBe(3);
  expect(quantile([], 0.5)).toBeNaN();
});

it('tells both, and of how many', () => {
  expect(timesOf([1, 2, 3.04, 4, 50])).toEqual({ median: 3, p95: 50, samples: 5 });
});

it('tells how far the rounds lie apart', () => {
  expect(
    spread([
      [4, 4, 40],
      [5, 5, 5],
      [4.5, 4.5],
    ]),
  ).toBeCloseTo(1 / 4.5);
  expect(spread([[1, 2, 3]])).toBe(0);
  expect(spread([[4], [], [4]])).toBe(0);
});
