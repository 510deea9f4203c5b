import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { identifierKinds } from './identifier-schema.ts';
import { nobodyIn, nobodyOf } from './nobody.ts';
import { normaliseIdentifier } from './normalise-identifier.ts';

describe('what is somebody', () => {
  it.each([
    'Private Banking GmbH',
    'Restricted Ltd',
    'Unknown Pleasures Records',
    'Anonymous Content',
    'The Unknown Artist',
    'Hidden Valley Dental',
    'Blocked Drains 24/7',
    'Mr Private Eye',
    'Ms Özel',
    'Özel',
    'Titkos Pál',
    'Titkos',
    'Nan',
    'Nil',
    'Na',
    'Sono',
    'Sosin',
    'Jennifer Null',
    'Keine',
    'Noname Ventures',
    'X',
    'Xi',
    'Ann Onymous',
    '🙂',
    '李未知',
    'Élodie Marchand',
  ])('%s is a name', (text) => {
    expect(nobodyIn(text)).toBeUndefined();
  });

  it.each([
    '110',
    '4711',
    '+1 212-555-0199',
    '7748284',
    '+354 774 8283',
    '222',
    '*6712125550199',
    '1000000',
    '+49 30 0000001',
  ])('%s is a number', (text) => {
    expect(nobodyOf({ kind: 'phone', value: text })).toBeUndefined();
  });

  it.each([
    ['email', 'unknown@gmail.example'],
    ['email', 'private@bank.example'],
    ['instagram', 'anonymous'],
    ['telegram', 'restricted'],
    ['other', '0000000'],
    ['username', '7748283'],
  ] as const)('so is the %s %s', (kind, value) => {
    expect(nobodyOf({ kind, value })).toBeUndefined();
  });

  it('so is every example number of every country, in every spelling', () => {
    const seen = getCountries().flatMap((country) => {
      const number = getExampleNumber(country, examples);
      if (!number) return [];
      const spellings = [
        number.number,
        number.formatInternational(),
        number.formatNational(),
        number.nationalNumber,
      ];
      return spellings.map((value) => [country, value, nobodyOf({ kind: 'phone', value })]);
    });
    expect(seen.length).toBeGreaterThan(900);
    expect(seen.filter(([, , said]) => said !== undefined)).toEqual([]);
  });

  it('so is nearly every number that can be dialled: a list that grew a pattern would be seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }), (number) => {
        const value = String(number);
        fc.pre(!/^(\d)\1+$/.test(value) && !['7378742833', '8628245225'].includes(value));
        expect(nobodyOf({ kind: 'phone', value: `+1${value}` })).toBeUndefined();
      }),
    );
  });
});

describe('an identifier that is nobody’s', () => {
  it.each([
    ['phone', 'Private Number'],
    ['phone', '+1 737 874 2833'],
    ['extension', '0'],
    ['username', 'unknown'],
    ['username', 'asterisk@pbx1.example'],
    ['other', 'undefined'],
    ['telegram', 'null'],
    ['email', 'anonymous@anonymous.invalid'],
    ['whatsapp', '0000000000'],
  ] as const)('is never looked for: %s %s', (kind, value) => {
    for (const region of ['US', 'IS', 'ZZ'])
      expect(normaliseIdentifier({ kind, value }, { region })).toBeNull();
  });

  it('never comes out of a number that was somebody’s before it was normalised', () => {
    const digits = fc.stringMatching(/^[+0 (]{0,4}(?:1?(?:7748283|8656696|0{5,9}|2666966877?))\)?$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...identifierKinds),
        digits,
        fc.constantFrom('US', 'IS', 'FR', 'ZZ'),
        (kind, value, region) => {
          const normal = normaliseIdentifier({ kind, value }, { region });
          if (normal) expect(nobodyOf(normal)).toBeUndefined();
        },
      ),
    );
  });
});
