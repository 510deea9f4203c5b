import { expect, it } from 'vitest';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { commonDigits, commonSpellings } from './common-spellings.ts';
import { digitPatterns } from './phone-variants.ts';
import { typedAs } from './typed-as.ts';

const contact = (id: string, value: string): Contact => ({
  id,
  name: id,
  kind: 'person',
  identifiers: [{ kind: 'phone', value }],
  fields: {},
  version: '1',
  updatedAt: '2026-11-20T21:00:00Z',
});
const found = [
  contact('Italian', '+390644556677'),
  contact('French', '+33644556677'),
  contact('else', '+33199000001'),
];
const french = { kind: 'phone', value: '+33644556677' } as const;
const idsOf = (contacts: Contact[]) => contacts.map(({ id }) => id);

it('offers everybody whose number ends in what an agent typed at home, those of the region first', () => {
  expect(idsOf(typedAs('06 44 55 66 77')(found, french))).toEqual(['French', 'Italian']);
});

it('keeps to one number where it was typed with its country code', () => {
  expect(idsOf(typedAs('+33 6 44 55 66 77')(found, french))).toEqual(['French']);
  expect(idsOf(typedAs('0033 644556677')(found, french))).toEqual(['French']);
});

it.each([
  ['06 44556677', '+390644556677'],
  ['612 34 99 81', '+34612349981'],
  ['0470 12 34 56', '+32470123456'],
  ['0176 555012', '+49176555012'],
  ['07700 900461', '+447700900461'],
  ['+44 (0)7700 900461', '+447700900461'],
  ['06 44 55 66 77', '+33644556677'],
  ['0664/123456', '+43664123456'],
  ['(11) 91234-5678', '+5511912345678'],
  ['011 15-5551-0023', '+5491155510023'],
  ['55 1234 5678', '+525512345678'],
  ['(212) 555-0142', '+12125550142'],
  ['098765 43210', '+919876543210'],
  ['090-1234-5678', '+819012345678'],
])('asks so that %s is found for %s', (typed, e164) => {
  const number: Identifier = { kind: 'phone', value: e164 };
  const patterns = digitPatterns(number, '.*').map((pattern) => new RegExp(`^${pattern}$`));
  expect(patterns.some((pattern) => pattern.test(typed))).toBe(true);
  expect(commonDigits(number)).toContain(typed.replace(/\D/g, ''));
  expect(commonSpellings(number)).toContain(e164);
});
