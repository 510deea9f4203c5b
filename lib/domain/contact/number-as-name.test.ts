import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { isAboutNumber, isNumberAsName } from './number-as-name.ts';

describe('where a name stands, a number is', () => {
  it.each([
    '493023125012',
    '+49 (0)176 04069012',
    '(212) 555-0199',
    '212.555.0199',
    '1002',
    '+1 212-555-0199 x206',
    '12125550199*206',
    '+12125550199;ext=206',
    'Ext. 1002',
    'Extension 12',
    'anexo 206',
    'Nst. 12',
    'tel:+12125550199',
    '<sip:12125550199@pbx.example>',
    '12125550199@pbx.example',
    '5531988880123@s.whatsapp.net',
    'Call from 12125550199',
    'Anruf von 03012345678',
    'Mobile: 0176 12345678',
    'Wireless Caller 12125550199',
    '"12125550199"',
    '📱 +1 212 555 0199',
    '\u202a+1 212 555 0199\u202c',
    '１２１２５５５０１９９',
    '٠١٢٣٤٥٦٧٨٩',
    '+1\u00a0212\u2011555\u20110199',
    '0176 12345678 / 030 1234567',
  ])('%s', (text) => expect(isNumberAsName(text)).toBe(true));

  it.each([
    'Jane',
    '3 Suisses',
    '1&1',
    '50 Cent',
    'Office 365',
    'Mobile 21',
    '7-Eleven',
    '1822direkt',
    '1-800-FLOWERS',
    'Agent 7',
    'user11',
    'Studio 54',
    'Jane Example 12125550199',
    'Hausarztpraxis 2000',
    '株式会社123',
    'X',
    '',
    '-',
  ])('but %s is none', (text) => expect(isNumberAsName(text)).toBe(false));

  it('every example number of every country is one, in every spelling, and nobody’s name', () => {
    const spellings = getCountries().flatMap((country) => {
      const number = getExampleNumber(country, examples);
      return number
        ? [number.number, number.formatInternational(), number.formatNational(), number.getURI()]
        : [];
    });
    expect(spellings.length).toBeGreaterThan(900);
    expect(spellings.filter((text) => !isNumberAsName(text))).toEqual([]);
    for (const name of ['Jane', '山田', 'Zoë Xu', 'Mr X', 'محمد'])
      expect(spellings.filter((text) => isNumberAsName(`${name} ${text}`))).toEqual([]);
  });
});

it('a word about a number names nobody, and a word about anything else may', () => {
  expect(['Call from', 'Mobile:', 'Tel.', ''].filter(isAboutNumber)).toHaveLength(4);
  expect(['Jane', 'Mobile Ltd', '7'].filter(isAboutNumber)).toEqual([]);
});
