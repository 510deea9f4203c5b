import { expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const now = Date.parse('2026-11-20T12:00:00Z');

it.each([
  ['0', 0],
  ['7', 7_000],
  [' 30 ', 30_000],
  ['1.5', 1_500],
  ['999999999', 86_400_000],
  ['Fri, 20 Nov 2026 12:01:00 GMT', 60_000],
  ['Friday, 20-Nov-26 12:01:00 GMT', 60_000],
  ['Fri Nov 20 12:01:00 2026 GMT', 60_000],
  ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
  ['Fri, 20 Nov 2099 12:00:00 GMT', 86_400_000],
  ['soon', undefined],
  ['-5', undefined],
  ['12x', undefined],
  ['', undefined],
  [null, undefined],
  ['1e9', undefined],
  ['0x10', undefined],
  ['Infinity', undefined],
])('reads Retry-After %j as %j ms', (header, expected) => {
  expect(parseRetryAfter(header, now)).toBe(expected);
});
