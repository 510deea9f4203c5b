import { describe, expect, it } from 'vitest';
import { timeOfSeconds, utcTime } from './utc-time.ts';

describe('a time that a CRM tells', () => {
  it.each([
    ['2026-11-29 09:30:00', '2026-11-29T09:30:00Z'],
    ['2026-11-29 09:30:00.123456', '2026-11-29T09:30:00Z'],
    ['2026-02-30 09:30:00', undefined],
    ['2026-99-99 99:99:99', undefined],
    ['29.11.2026 09:30', undefined],
    ['2026-11-29T09:30:00Z', undefined],
    ['', undefined],
  ])('as %j is %j', (text, time) => expect(utcTime(text)).toBe(time));

  it.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [1_795_211_157, '2026-11-20T21:45:57.000Z'],
    [1e18, undefined],
    [-1e18, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [Number.NaN, undefined],
  ])('as %j seconds is %j', (seconds, time) => expect(timeOfSeconds(seconds)).toBe(time));
});
