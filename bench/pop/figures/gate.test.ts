import { expect, it } from 'vitest';
import { judge, passes } from './gate.ts';
import type { RowResult } from './row-result.ts';

const row = (ratio: number): RowResult => ({
  id: 'warm-panel',
  title: 'warm hit',
  against: 'floor',
  figures: { ratio },
  held: '',
  repeated: false,
});
const target = { row: 'warm-panel', figure: 'ratio', target: 2, ceiling: 8 } as const;
const all = new Set(['warm-panel']);

it.each([
  [1.9, 'met'],
  [2, 'met'],
  [6.7, 'below ceiling'],
  [8, 'below ceiling'],
  [8.1, 'over'],
] as const)('says of %d: %s', (ratio, says) => {
  const verdict = judge(target, [row(ratio)]);
  expect(verdict.says).toBe(says);
  expect(passes([verdict], all)).toBe(says !== 'over');
});

it('takes the target for the ceiling where none is set', () => {
  expect(judge({ row: 'warm-panel', figure: 'ratio', target: 2 }, [row(2.1)]).says).toBe('over');
});

it('does not take what was not measured for quick', () => {
  const verdict = judge(target, []);
  expect(verdict.says).toBe('not measured');
  expect(passes([verdict], all)).toBe(false);
  expect(passes([judge(target, [row(Number.NaN)])], all)).toBe(false);
  expect(passes([verdict], new Set())).toBe(true);
});
