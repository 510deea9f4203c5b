import { describe, expect, it } from 'vitest';
import { isPhoneRegion } from '../numbers/read-number.ts';
import { iso3Codes } from './iso-3-codes.ts';
import { regionOfCountry } from './region-of-country.ts';

describe('the region that a CRM’s country means', () => {
  it.each([
    ['IT', 'IT'],
    ['it', 'IT'],
    [' fr ', 'FR'],
    ['UK', 'GB'],
    ['U.K.', 'GB'],
    ['EL', 'GR'],
    ['ITA', 'IT'],
    ['irl', 'IE'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['ITALY', 'IT'],
    ['Italia', 'IT'],
    ['Italien', 'IT'],
    ['Deutschland', 'DE'],
    ['Österreich', 'AT'],
    ['OSTERREICH', 'AT'],
    ['Schweiz', 'CH'],
    ['Suisse', 'CH'],
    ['Svizzera', 'CH'],
    ['België', 'BE'],
    ['Pays-Bas', 'NL'],
    ['The Netherlands', 'NL'],
    ['Great Britain', 'GB'],
    ['England', 'GB'],
    ['Reino Unido', 'GB'],
    ['United States of America', 'US'],
    ['États-Unis', 'US'],
    ['Brasil', 'BR'],
    ['México', 'MX'],
    ['Россия', 'RU'],
    ['Ελλάδα', 'GR'],
    ['日本', 'JP'],
    ['Hrvatska', 'HR'],
    ['Eesti', 'EE'],
    ['Czech Republic', 'CZ'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['Moldova, Republic of', 'MD'],
    ['Iran, Islamic Republic of', 'IR'],
    ['Korea, Republic of', 'KR'],
    ['Côte d’Ivoire', 'CI'],
    ['Antigua & Barbuda', 'AG'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Jersey', 'JE'],
  ])('%s is %s', (text, region) => {
    expect(regionOfCountry(text)).toBe(region);
  });

  it.each([
    undefined,
    null,
    false,
    33,
    '',
    '  ',
    'XX',
    'EU',
    'Europe',
    'Atlantis',
    '-None-',
    'Kongo',
    'constructor',
    'x'.repeat(5_000),
  ])('%j is none', (text) => {
    expect(regionOfCountry(text)).toBeUndefined();
  });

  it('has a code of three letters for nearly every country with a numbering plan', () => {
    const codes = [...iso3Codes.values()];
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => /^[A-Z]{2}$/.test(code))).toHaveLength(codes.length);
    expect(codes.filter(isPhoneRegion).length).toBeGreaterThan(240);
  });
});
