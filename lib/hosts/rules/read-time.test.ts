import { expect, test } from 'vitest';
import { readTime } from './read-time.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const time = '2026-11-21T10:00:00.000Z';

test.each([
  ['2026-11-21T10:00:00Z', time],
  ['2026-11-21T12:00:00+02:00', time],
  ['2026-11-21T12:00:00.000+0200', time],
  ['2026-11-21 10:00Z', time],
  ['1795255200', time],
  ['1795255200.5', '2026-11-21T10:00:00.500Z'],
  ['1795255200000', time],
  ['2026-11-21T12:00:05Z', '2026-11-21T12:00:00.000Z'],
])('%s is a time', (text, expected) => {
  expect(readTime(text, now)).toBe(expected);
});

test.each([
  '',
  '0',
  '12',
  '2026-11-21T10:00:00',
  '10:00',
  'yesterday',
  '2026-99-99T10:00:00Z',
  '9'.repeat(400),
])('“%s” is none', (text) => {
  expect(readTime(text, now)).toBeUndefined();
});
