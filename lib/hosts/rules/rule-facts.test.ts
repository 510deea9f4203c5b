import { expect, test } from 'vitest';
import { sameParty } from './rule-facts.ts';

test.each([
  ['+33 6 12 34 56 78', '0612345678'],
  ['sip:+33612345678@pbx.example;user=phone', '<sip:0612345678@other.example>'],
  ['Ana@Example.com', 'ana@example.com'],
  [undefined, 'ana@example.com'],
])('%s and %s may be one party', (a, b) => {
  expect(sameParty(a, b)).toBe(true);
});

test.each([
  ['ana123456@example.com', 'bob123456@example.com'],
  ['guest-1234567', 'visitor-1234567'],
  ['0612345678', '0612345679'],
  ['1234567@example.com', '1234567'],
])('%s and %s are two', (a, b) => {
  expect(sameParty(a, b)).toBe(false);
});
