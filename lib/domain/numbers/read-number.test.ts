import { describe, expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

const read = (text: string, region: string) =>
  readNumber(text, region).map(({ phone, as }) => `${phone.e164} ${as}`);

describe('a text with its country code', () => {
  it.each([
    ['+49 (0221) 4710123', 'DE', '+492214710123'],
    ['+44 (0)20 7946 0000', 'US', '+442079460000'],
    ['+39 (0)6 5550 0123', 'US', '+390655500123'],
    ['+7 8 495 1234567', 'US', '+74951234567'],
    ['+36 (06) 1 234 5678', 'US', '+3612345678'],
    ['+54 11 15 5551 0023', 'US', '+5491155510023'],
    ['+52 1 55 5555 1234', 'US', '+5215555551234'],
    ['0049 221 4710123', 'DE', '+492214710123'],
    ['0049 221 4710123', 'US', '+492214710123'],
    ['+0049 221 4710123', 'US', '+492214710123'],
    ['011 49 221 4710123', 'US', '+492214710123'],
    ['010 49 221 4710123', 'JP', '+492214710123'],
    ['0011 49 221 4710123', 'AU', '+492214710123'],
    ['+43 1 5885', 'FR', '+4315885'],
    ['+229 97 00 00 00', 'FR', '+22997000000'],
  ])('%j is read so in %s', (text, region, e164) => expect(read(text, region)).toEqual([`${e164} told`]));

  it.each([
    ['+0491570006', 'AU', '+61491570006'],
    ['+0221 4710123', 'DE', '+492214710123'],
    ['+06 12 34 56 78', 'FR', '+33612345678'],
    ['+(212) 555-0199', 'US', '+12125550199'],
  ])('%j has a plus that does not belong there in %s', (text, region, e164) =>
    expect(read(text, region)).toEqual([`${e164} stray-plus`]),
  );
});

describe('a text without a plus', () => {
  it.each([
    ['0221 4710123', 'DE', '+492214710123'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['612345678', 'FR', '+33612345678'],
    ['(212) 555-0199', 'US', '+12125550199'],
    ['1 212 555 0199', 'US', '+12125550199'],
    ['011 15-5551-0023', 'AR', '+5491155510023'],
    ['015 31 98888-0123', 'BR', '+5531988880123'],
    ['044 55 5551 0013', 'MX', '+525555510013'],
    ['8 (050) 123-45-67', 'UA', '+380501234567'],
    ['9090 31 98888-0123', 'BR', '+5531988880123'],
    ['212-555-0199/206', 'US', '+12125550199'],
    ['020 7946 0123 / 24', 'GB', '+442079460123'],
    ['0221/123', 'DE', '+49221123'],
    ['01 55 5551 0013', 'MX', '+525555510013'],
    ['97 00 00 00', 'BJ', '+22997000000'],
    ['048 9024 1234', 'IE', '+442890241234', 'told'],
    ['*6712125550199', 'US', '+12125550199'],
    ['1831 0491 570 006', 'AU', '+61491570006'],
    ['141 020 7946 0000', 'GB', '+442079460000'],
    ['184 090-1234-5678', 'JP', '+819012345678'],
    ['#31#01764069012', 'DE', '+491764069012'],
    ['٠١٠٠٠٠٠٠١٢٣', 'EG', '+201000000123'],
    ['06\u202f55\u202f10\u202f00\u202f42', 'FR', '+33655100042'],
  ])('%j is a national number in %s', (text, region, e164, as = 'national') =>
    expect(read(text, region)).toEqual([`${e164} ${as}`]),
  );

  it.each([
    ['12125550199', 'GB', '+12125550199'],
    ['33612345678', 'FR', '+33612345678'],
    ['492214710123', 'FR', '+492214710123'],
    ['442079460000', 'US', '+442079460000'],
  ])('%j begins with its country code, by the plan of %s', (text, region, e164) =>
    expect(read(text, region)).toEqual([`${e164} without-plus`]),
  );

  it('has both readings where the plan allows both, first the one that is whole', () => {
    expect(read('492214710123', 'DE')).toEqual(['+492214710123 without-plus', '+49492214710123 national']);
    expect(read('8 (495) 123-45-67', 'RU')[0]).toBe('+74951234567 national');
    expect(read('2012345678', 'US')).toEqual(['+12012345678 national']);
  });

  it('takes a number abroad that the metadata do not know for none at home', () => {
    expect(read('+447700900461', 'DE')).toEqual(['+447700900461 told']);
    expect(read('447700900461', 'DE')).toEqual(['+49447700900461 national', '+447700900461 without-plus']);
  });

  it('still reads a number of a new range that the metadata do not know', () => {
    expect(read('+39 999 5550199', 'DE')).toEqual(['+399995550199 told']);
    expect(read('2995550199', 'US')).toEqual(['+12995550199 national']);
  });

  it.each(['555-0199', '1001', '12', 'jane', '', '+', '1'.repeat(40)])('reads no number in %j', (text) =>
    expect(read(text, 'US')).toEqual([]),
  );
});
