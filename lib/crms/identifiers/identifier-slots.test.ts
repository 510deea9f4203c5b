import { describe, expect, it } from 'vitest';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { readSlots, writeSlots } from './identifier-slots.ts';
import { otherFieldsSchema, otherIdentifierFields } from './other-identifiers.ts';

const fields = { phone: ['mobile', 'phone'], other: ['x_client_id'] };
const reading = { region: 'FR' };
const mapping = { fields, reading };
const phone = (value: string): Identifier => ({ kind: 'phone', value });
const record = { mobile: '06 39 98 00 01', phone: false, x_client_id: null };

describe('slots', () => {
  it('are read in the one spelling, empty ones of any kind left out', () => {
    expect(readSlots(record, fields, reading)).toEqual([{ ...phone('+33639980001'), country: 'assumed' }]);
  });

  it('keep what is there as it is typed, and take a new one in the first that is free', () => {
    expect(writeSlots(record, [phone('+33639980001'), phone('+33199000001')], mapping)).toEqual({
      phone: '+33199000001',
    });
  });

  it('say when none is free, and change nothing', () => {
    const full = { mobile: '+33639980001', phone: '+33199000001' };
    const wanted = [phone('+33639980001'), phone('+33199000001'), phone('+33199000002')];
    expect(() => writeSlots(full, wanted, mapping)).toThrow(
      expect.objectContaining({ safe: { code: 'not-supported', reason: 'no-slot' } }),
    );
  });

  it('never give away what they cannot read', () => {
    const odd = { mobile: 'ask reception', phone: '+33199000001' };
    expect(() => writeSlots(odd, [phone('+33199000001'), phone('+33199000002')], mapping)).toThrow(
      expect.objectContaining({ safe: { code: 'not-supported', reason: 'no-slot' } }),
    );
  });

  it('free the one whose identifier is not wanted any more, for the next', () => {
    expect(writeSlots(record, [phone('+33199000001')], mapping)).toEqual({ mobile: '+33199000001' });
    expect(writeSlots(record, [], mapping)).toEqual({ mobile: '' });
  });

  it('say when there is none for a kind at all', () => {
    expect(() => writeSlots(record, [{ kind: 'telegram', value: 'a' }], mapping)).toThrow(
      expect.objectContaining({ safe: { code: 'not-supported', reason: 'cannot-hold' } }),
    );
  });

  it('keep the scope of an opaque id behind it', () => {
    const identifier: Identifier = { kind: 'other', value: 'U 7 (x)', scope: 'page-1' };
    const written = writeSlots({}, [identifier], mapping);
    expect(written).toEqual({ x_client_id: 'U 7 (x) (page-1)' });
    expect(readSlots(written, fields, reading)).toEqual([identifier]);
  });
});

describe('the setting of fields for other client IDs', () => {
  it('is read as pairs, several a kind', () => {
    expect(otherIdentifierFields('telegram=cTelegram, other=a; other = b')).toEqual({
      telegram: ['cTelegram'],
      other: ['a', 'b'],
    });
    expect(otherIdentifierFields(undefined)).toEqual({});
  });

  it.each(['phone=x', 'nonsense', 'fax=x', 'other='])('refuses %j', (text) => {
    expect(otherFieldsSchema.safeParse(text).success).toBe(false);
  });
});

describe('two numbers in one field', () => {
  const both = { phone: '06 55 10 00 06 / 01 45 67 00 06' };
  const mapping = { fields: { phone: ['phone', 'mobile'] }, reading: { region: 'FR' } };
  const number = (value: string) => ({ kind: 'phone' as const, value });
  const first = number('+33655100006');
  const second = number('+33145670006');

  it('are two identifiers', () => {
    expect(readSlots(both, mapping.fields, mapping.reading)).toMatchObject([first, second]);
  });

  it('stay as they are typed while both are wanted, and the one that stays when the other goes', () => {
    expect(writeSlots(both, [first, second], mapping)).toEqual({});
    expect(writeSlots(both, [second], mapping)).toEqual({ phone: '01 45 67 00 06' });
    expect(writeSlots(both, [], mapping)).toEqual({ phone: '' });
  });

  it('leave a third its own place', () => {
    expect(writeSlots(both, [first, second, number('+33199004217')], mapping)).toEqual({
      mobile: '+33199004217',
    });
  });
});
