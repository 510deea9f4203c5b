import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identifier } from './identifier.ts';
import { identifierKinds } from './identifier-schema.ts';
import { normaliseIdentifier, readIdentifier } from './normalise-identifier.ts';

const options = { region: 'FR', host: 'https://desk.example.com' };
const normalise = (kind: Identifier['kind'], value: string, scope?: string) =>
  normaliseIdentifier(scope === undefined ? { kind, value } : { kind, value, scope }, options);

describe('normaliseIdentifier', () => {
  it.each([
    '+33 1 99 00 42 17',
    '+33199004217',
    '0033199004217',
    '01.99.00.42.17',
    '01 99 00 42 17',
    '(01) 99-00-42-17',
    'tel:+33-1-99-00-42-17',
    '+33199004217;ext=12',
    'sip:+33199004217@pbx.example.com',
    '+33 1 99 00 42 17 ext. 12',
  ])('reads %s as one number', (value) => {
    expect(normalise('phone', value)).toEqual({ kind: 'phone', value: '+33199004217' });
  });

  it('reads national numbers in the region of the workspace', () => {
    expect(normaliseIdentifier({ kind: 'phone', value: '020 7946 0123' }, { region: 'GB' })).toEqual({
      kind: 'phone',
      value: '+442079460123',
    });
    expect(normaliseIdentifier({ kind: 'phone', value: '0033199004217' }, { region: 'US' })).toEqual({
      kind: 'phone',
      value: '+33199004217',
    });
  });

  it('takes fewer than seven digits for an extension of that host', () => {
    expect(normalise('phone', '2041')).toEqual({ kind: 'extension', value: '2041', scope: options.host });
    expect(normalise('phone', '123456')).toEqual({ kind: 'extension', value: '123456', scope: options.host });
  });

  it.each([
    'anonymous',
    'Anonymous',
    'anonymous@anonymous.invalid',
    'sip:anonymous@anonymous.invalid',
    'Withheld',
    'restricted',
    'unknown',
    'Unavailable',
    '+266696687',
    '-',
    ' ? ',
  ])('finds nothing to look for in %s', (value) => {
    expect(normalise('phone', value)).toBeNull();
  });

  it('keeps the digits of a number that nobody can place', () => {
    expect(normalise('phone', '+999 123 456 789 012')).toEqual({ kind: 'phone', value: '+999123456789012' });
  });

  it('folds e-mail addresses and handles, and leaves opaque ids alone', () => {
    expect(normalise('email', ' Elodie@Vauban.Example.COM ')?.value).toBe('elodie@vauban.example.com');
    expect(normalise('instagram', '@Atelier.Vauban')?.value).toBe('atelier.vauban');
    expect(normalise('whatsapp', 'FR.7710aB', 'portfolio-1')).toEqual({
      kind: 'whatsapp',
      value: 'FR.7710aB',
      scope: 'portfolio-1',
    });
  });

  it('leaves an opaque id of its kind, whatever digits are in it', () => {
    const id = '5531988880123@s.whatsapp.net';
    expect(normalise('whatsapp', id)).toEqual({ kind: 'whatsapp', value: id });
  });

  it('believes no readings but its own', () => {
    const told: Identifier = { kind: 'phone', value: '+33199004217', readings: ['+442079460123'] };
    expect(readIdentifier(told, options)).toEqual({ kind: 'phone', value: '+33199004217' });
    const handle: Identifier = { kind: 'username', value: 'ana', readings: ['+442079460123'] };
    expect(readIdentifier(handle, options)?.readings).toBeUndefined();
    expect(readIdentifier({ kind: 'phone', value: '298765432' }, options)?.readings).toEqual([
      '+33298765432',
    ]);
    expect(normalise('phone', '298765432')).toEqual({ kind: 'phone', value: '+298765432' });
  });

  it('is idempotent and never throws, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...identifierKinds),
        fc.string({ maxLength: 80, unit: 'binary' }),
        (kind, value) => {
          const once = normalise(kind, value);
          if (once !== null) expect(normaliseIdentifier(once, options)).toEqual(once);
        },
      ),
    );
  });
});
