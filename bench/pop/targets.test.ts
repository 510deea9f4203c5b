import { expect, it } from 'vitest';
import { allRows, chosenRows } from './rows.ts';
import { targets } from './targets.ts';

it('sets no target for a row that is not measured', () => {
  const ids = allRows.map(({ id }) => id);
  expect(targets.filter(({ row }) => !ids.includes(row))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

it('has no ceiling below its target, and none twice', () => {
  expect(targets.filter(({ target, ceiling }) => ceiling !== undefined && ceiling < target)).toEqual([]);
  expect(new Set(targets.map(({ row, figure }) => `${row} ${figure}`)).size).toBe(targets.length);
});

it('measures what was named, or what is quick', () => {
  const ids = (options: Parameters<typeof chosenRows>[0]) => chosenRows(options).map(({ id }) => id);
  expect(ids({ quick: true, names: ['live-100'] })).toEqual(['live-100']);
  expect(ids({ quick: true, names: [] })).toContain('warm-panel');
  expect(ids({ quick: true, names: [] })).not.toContain('live-100');
  expect(() => chosenRows({ quick: false, names: ['nothing'] })).toThrow('No row is named nothing');
});
