import { describe, expect, it } from 'vitest';
import { isDialled, isOfDigits, withoutRouting } from './number-text.ts';

describe('a text is dialled', () => {
  it.each([
    '+12125550199',
    '(212) 555-0199',
    '*8',
    '1002#',
    '12125550199*206',
    '+1 212-555-0199 x206',
    '12125550199p206',
    '12125550199,,206',
    '+12125550199;ext=206',
    '5550123;phone-context=+1212',
    '5550123;phone-context=pbx.example',
    '1002',
  ])('%s', (text) => expect(isDialled(text)).toBe(true));

  it.each(['alice', 'user11', '4x4', '12x34', 'x206', '', '+', '#', 'Queue 12', `1${'2'.repeat(512)}`])(
    'but not %s',
    (text) => expect(isDialled(text)).toBe(false),
  );
});

it('of the parameters of a user those stay that belong to the number', () => {
  expect(withoutRouting('+12125550199;npdi;rn=+12125550000;ext=206')).toBe('+12125550199;ext=206');
  expect(withoutRouting('5550123;phone-context=+1212;user=phone')).toBe('5550123;phone-context=+1212');
  expect(withoutRouting('12125550199')).toBe('12125550199');
});

it('a name of digits names nobody, one with a letter or another sign may', () => {
  for (const name of [
    '493023125012',
    '+1 (212) 555-0199',
    '1002',
    '٠١٢٣٤',
    '12125550199*206',
    '<0301234567>',
  ])
    expect(isOfDigits(name)).toBe(true);
  for (const name of ['Jane', '3 Suisses', '1&1', '', '-', 'x206']) expect(isOfDigits(name)).toBe(false);
});
