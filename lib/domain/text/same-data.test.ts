import { expect, it } from 'vitest';
import { sameData } from './same-data.ts';

it.each([
  [1, 1],
  [null, null],
  [{ a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] }],
  [{ a: 1, b: undefined }, { a: 1 }],
])('takes %j and %j for the same', (a, b) => {
  expect(sameData(a, b)).toBe(true);
  expect(sameData(b, a)).toBe(true);
});

it.each([
  [1, '1'],
  [null, undefined],
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { b: 1 }],
  [{ a: 1 }, { a: 1, b: 2 }],
  [
    { a: undefined, b: 1 },
    { a: 1, b: undefined },
  ],
  [[], {}],
  [
    [1, 2],
    [2, 1],
  ],
])('tells %j from %j', (a, b) => {
  expect(sameData(a, b)).toBe(false);
  expect(sameData(b, a)).toBe(false);
});
