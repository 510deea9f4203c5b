import { describe, expect, it } from 'vitest';
import { countryName, countryZone, localTime } from './place.ts';

const at = Date.parse('2026-11-20T14:32:00Z');

describe('place', () => {
  it('names countries, and nothing that is none', () => {
    expect(countryName('FR')).toBe('France');
    expect(countryName('fr')).toBeUndefined();
    expect(countryName('France')).toBeUndefined();
    expect(countryName('__')).toBeUndefined();
  });

  it('gives a zone only where the country has one alone', () => {
    expect(countryZone('FR')).toBe('Europe/Paris');
    for (const several of ['US', 'ES', 'PT', 'AU', 'BR', 'constructor'])
      expect(countryZone(several)).toBeUndefined();
  });

  it('knows every zone of its table', () => {
    for (const code of 'AE AM AT BD CO FR GB IN IR KE NP PR UY VN ZW'.split(' '))
      expect(localTime(countryZone(code) ?? '', at), code).toMatch(/^\d\d:\d\d$/);
  });

  it('tells the time there, and nothing for a zone that does not exist', () => {
    expect(localTime('Europe/Paris', at)).toBe('15:32');
    expect(localTime('Asia/Kathmandu', at)).toBe('20:17');
    expect(localTime('Mars/Olympus', at)).toBeUndefined();
  });
});
