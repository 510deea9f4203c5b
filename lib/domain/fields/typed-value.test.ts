import { describe, expect, test } from 'vitest';
import { typedValue } from './typed-value.ts';

describe('a number as it is typed', () => {
  test.each([
    ['1 234,5', ',', 1234.5],
    ['1.234,5', ',', 1234.5],
    ['1,234.5', ',', 1234.5],
    ["1'234.5", '.', 1234.5],
    ['1.234', '.', 1.234],
    ['1,5', '.', 1.5],
    ['1.5', ',', 1.5],
    ['1.234.567', '.', 1_234_567],
    ['-4', '.', -4],
    ['\u22124', '.', -4],
    ['4,', ',', 4],
    ['.5', '.', 0.5],
  ])('%s, where a fraction begins with %s', (text, decimal, number) => {
    expect(typedValue('number', text, decimal)).toBe(number);
    expect(typedValue('currency', ` ${text} `, decimal)).toBe(number);
  });

  test.each(['1.2.3', '12.34.567', '1,2,3', '1.234,56,7', 'abc', '4 pumps', '-', '.', '1e5', '0x10'])(
    '%s is no number, and stays as it was typed',
    (text) => {
      expect(typedValue('number', text)).toBe(text);
    },
  );
});

test.each([
  ['1.234', ','],
  ['1,234', '.'],
  ['-4,180', '.'],
])('%s could be either where a fraction begins with %s, and is not guessed', (text, decimal) => {
  expect(typedValue('currency', text, decimal)).toBe(text);
});

test('a local time is the moment that it is on this clock', () => {
  expect(typedValue('date-time', '2026-11-24T09:30')).toBe(new Date(2026, 10, 24, 9, 30).toISOString());
  expect(typedValue('date-time', '2026-11-24T09:30:00Z')).toBe('2026-11-24T09:30:00Z');
});
