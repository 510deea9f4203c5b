import { expect, it } from 'vitest';
import { keepNewest } from './keep-newest.ts';

it('a table that keeps the newest takes the oldest away, and counts what is put again as new', () => {
  const table = new Map<string, number>();
  for (const [index, key] of ['a', 'b', 'a', 'c', 'd'].entries()) keepNewest(table, key, index, 3);
  expect([...table]).toEqual([
    ['a', 2],
    ['c', 3],
    ['d', 4],
  ]);
});
