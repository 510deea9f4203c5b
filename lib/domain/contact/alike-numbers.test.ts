import { expect, it } from 'vitest';
import { alikeNumbers } from './alike-numbers.ts';

it.each([
  ['+33612345678', '0612345678'],
  ['+12125550199', '12125550199'],
  ['(212) 555-0199', '+1 212-555-0199'],
  ['12125550199*206', '+12125550199'],
  ['+1 212-555-0199 x206', '2125550199'],
  ['+12125550199;ext=206', '+12125550199'],
  ['sip:+12125550199@pbx.example', '+12125550199'],
  ['1002', '1002'],
  ['*8', '*8'],
])('%s and %s may be one number', (one, other) => {
  expect(alikeNumbers(one, other)).toBe(true);
  expect(alikeNumbers(other, one)).toBe(true);
});

it.each([
  ['+33612345678', '+33612345679'],
  ['1002', '+12125551002'],
  ['*8', '+12125550198'],
  ['1002', '1003'],
])('%s and %s are two', (one, other) => {
  expect(alikeNumbers(one, other)).toBe(false);
  expect(alikeNumbers(other, one)).toBe(false);
});
