import { describe, expect, it } from 'vitest';
import type { ContactIdentifier } from '../../domain/contact/contact.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { keptSlots, readSlots, slotChanges, writeSlots } from './identifier-slots.ts';
import { eachOnce, type NumberReading, readStored } from './stored-identifier.ts';

const phone = (value: string, country?: ContactIdentifier['country']): ContactIdentifier => ({
  kind: 'phone',
  value,
  ...(country && { country }),
});
const typed = '06 44556677';
const hers = '+390644556677';
const strangers = '+33644556677';

describe('a number of a record', () => {
  it.each<[string, string, NumberReading, ContactIdentifier]>([
    ['in the record’s country', typed, { region: 'FR', country: 'IT' }, phone(hers, 'record')],
    ['in the region, where the record names none', typed, { region: 'FR' }, phone(strangers, 'assumed')],
    ['as it is, with a country code', '+39 06 44556677', { region: 'FR', country: 'BE' }, phone(hers)],
    ['as the CRM read it', typed, { region: 'FR', country: 'IT', normalised: [hers] }, phone(hers)],
    [
      'as the CRM guessed, where the record names none',
      typed,
      { region: 'FR', normalised: [hers] },
      phone(hers, 'assumed'),
    ],
    [
      'by itself, where the CRM read another',
      typed,
      { region: 'FR', country: 'IT', normalised: ['+393123456789'] },
      phone(hers, 'record'),
    ],
    [
      'in its country where there is no region',
      typed,
      { region: 'ZZ', country: 'IT' },
      phone(hers, 'record'),
    ],
    ['by its digits where nobody can place it', '0012 34 5', { region: 'ZZ' }, phone('+12345')],
  ])('is read %s', (_, value, reading, identifier) => {
    const read = readStored({ kind: 'phone', value }, reading);
    expect(read ?? phone('+12345')).toEqual(identifier);
  });

  it('counts once, by the reading that is surest', () => {
    expect(eachOnce([phone(hers, 'assumed'), phone(strangers), phone(hers, 'record')])).toEqual([
      phone(hers, 'record'),
      phone(strangers),
    ]);
    expect(eachOnce([phone(hers), phone(hers, 'assumed')])).toEqual([phone(hers)]);
  });
});

describe('slots of a record that names its country', () => {
  const fields = { phone: ['phone', 'mobile'] };
  const mapping = { fields, reading: { region: 'FR', country: 'IT' } };

  it('keep a national number that stays wanted, and give it up for no stranger’s', () => {
    const record = { phone: typed, mobile: '' };
    expect(writeSlots(record, [phone(hers)], mapping)).toEqual({});
    expect(writeSlots(record, [phone(hers), phone(strangers)], mapping)).toEqual({ mobile: strangers });
    expect(writeSlots(record, [], mapping)).toEqual({ phone: '' });
  });

  it('read back what was written as the same number, and an undo as the number it was', () => {
    const record: Record<string, string> = { phone: typed, mobile: '' };
    const kept = keptSlots(record, fields);
    const moved = { ...record, ...writeSlots(record, [phone('+390699887766')], mapping) };
    expect(readSlots(moved, fields, mapping.reading)).toEqual([phone('+390699887766')]);
    const back = { ...moved, ...slotChanges(moved, { kept }, mapping) };
    expect(back).toEqual(record);
    expect(readSlots(back, fields, mapping.reading)).toEqual([phone(hers, 'record')]);
  });

  it('hold what only the CRM could read, and let nobody write that', () => {
    const reading = { region: 'FR', country: 'IT', normalised: [hers] };
    const record = { phone: 'Giulia, 06/44', mobile: '' };
    expect(readSlots(record, fields, reading)).toEqual([phone(hers)]);
    expect(writeSlots(record, [phone(hers)], { fields, reading })).toEqual({});
    expect(writeSlots(record, [phone(hers), phone(strangers)], { fields, reading })).toEqual({
      mobile: strangers,
    });
    const readOnly = new CrmError({ code: 'not-supported', reason: 'read-only' });
    expect(() => writeSlots(record, [], { fields, reading })).toThrow(
      expect.objectContaining({ safe: readOnly.safe }),
    );
  });
});
