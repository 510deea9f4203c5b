import { describe, expect, it } from 'vitest';
import { fits, whereOf } from './espo-condition.ts';
import { fitsDomain } from './odoo-domain.ts';
import { sqlLike } from './sql-like.ts';
import { fitsFilter } from './twenty-filter.ts';

describe('LIKE', () => {
  it.each([
    ['a%c', 'abbc', true],
    ['a%c', 'abcd', false],
    ['a_c', 'abc', true],
    ['a_c', 'abbc', false],
    ['a.c', 'abc', false],
    ['100\\%', '100%', true],
    ['100\\%', '1000', false],
    ['%', 'a\nb', true],
    ['ABC', 'abc', false],
  ])('%s takes %s: %s', (pattern, text, taken) => expect(sqlLike(text, pattern)).toBe(taken));
});

describe('EspoCRM', () => {
  const values = { phoneNumber: ['(212) 555-0199'], phoneNumberNumeric: ['2125550199'], name: ['Jane'] };
  const asked = (address: string) => fits(whereOf(new URLSearchParams(address)), values);
  const where = (type: string, attribute: string, value: string) =>
    asked(`where[0][type]=${type}&where[0][attribute]=${attribute}&where[0][value]=${value}`);

  it('compares digits with the digits, text with the text', () => {
    expect(where('equals', 'phoneNumberNumeric', '2125550199')).toBe(true);
    expect(where('equals', 'phoneNumber', '2125550199')).toBe(false);
    expect(where('endsWith', 'phoneNumberNumeric', '5550199')).toBe(true);
    expect(where('startsWith', 'phoneNumberNumeric', '5550199')).toBe(false);
    expect(where('contains', 'phoneNumber', '555')).toBe(true);
    expect(where('like', 'phoneNumberNumeric', '%2555%')).toBe(true);
  });

  it('takes lists and groups, and all of several conditions', () => {
    const list =
      'where[0][type]=in&where[0][attribute]=phoneNumberNumeric&where[0][value][0]=1&where[0][value][1]=2125550199';
    expect(asked(list)).toBe(true);
    expect(asked(`${list}&where[1][type]=equals&where[1][attribute]=name&where[1][value]=John`)).toBe(false);
    const group = (...names: string[]) =>
      names.map(
        (name, index) =>
          `&where[0][value][${index}][type]=equals&where[0][value][${index}][attribute]=name&where[0][value][${index}][value]=${name}`,
      );
    expect(asked(`where[0][type]=or${group('John', 'jane').join('')}`)).toBe(true);
    expect(asked(`where[0][type]=and${group('John', 'Jane').join('')}`)).toBe(false);
  });

  it('refuses what it has not', () => {
    expect(() => where('equals', 'digits', '1')).toThrow('no attribute digits');
    expect(() => where('sounds', 'name', '1')).toThrow('no type sounds');
  });
});

describe('Odoo', () => {
  const field = { searchable: true };
  const fields = { name: field, phone: field, phone_mobile_search: field, computed: { searchable: false } };
  const record = { name: 'Jane', phone: '0044 20/7946-0123', mobile: false };
  const asked = (...domain: unknown[]) => fitsDomain(domain, record, fields);

  it('reads operators before what they are for, and "and" where none is', () => {
    const [yes, no] = [
      ['name', '=', 'Jane'],
      ['name', '=', 'John'],
    ];
    expect(asked('|', no, yes)).toBe(true);
    expect(asked(yes, no)).toBe(false);
    expect(asked('&', yes, '!', no)).toBe(true);
    expect(asked('|', '|', no, no, no)).toBe(false);
    expect(asked()).toBe(true);
  });

  it('takes like for a part, and its % for anything', () => {
    expect(asked(['phone', 'like', '20%7946%0123'])).toBe(true);
    expect(asked(['phone', 'like', '0123%7946'])).toBe(false);
    expect(asked(['name', 'like', 'jane'])).toBe(false);
    expect(asked(['name', 'ilike', 'AN'])).toBe(true);
    expect(asked(['name', '=like', 'Jan'])).toBe(false);
  });

  it('searches numbers without the signs between digits, and with + or 00 from their beginning', () => {
    expect(asked(['phone_mobile_search', 'ilike', '207946'])).toBe(true);
    expect(asked(['phone_mobile_search', 'ilike', '+4420794'])).toBe(true);
    expect(asked(['phone_mobile_search', 'ilike', '+2079'])).toBe(false);
    expect(asked(['phone_mobile_search', '=', '+442079460123'])).toBe(true);
    const typed = { ...record, phone: '0221\u00a04710123' };
    expect(fitsDomain([['phone_mobile_search', 'ilike', '2214710123']], typed, fields)).toBe(false);
  });

  it('leaves a field out that it cannot search, and refuses one that it has not', () => {
    expect(asked(['computed', '=', 'anything'])).toBe(true);
    expect(() => asked(['digits', '=', '1'])).toThrow('no field digits');
  });
});

describe('Twenty', () => {
  const columns: Record<string, string | null> = {
    'phones.primaryPhoneNumber': '212 555',
    'phones.additionalPhones': '[{"number": "646"}]',
    'emails.primaryEmail': null,
  };
  const asked = (filter: string) => fitsFilter(filter, (field) => columns[field]);

  it('takes conditions, groups of them, and groups in groups', () => {
    expect(asked('phones.primaryPhoneNumber[like]:"%2%1%2%"')).toBe(true);
    expect(asked('phones.primaryPhoneNumber[like]:%212%')).toBe(true);
    expect(asked('phones.primaryPhoneNumber[eq]:"212"')).toBe(false);
    expect(asked('or(phones.primaryPhoneNumber[eq]:"1",phones.additionalPhones[like]:"%646%")')).toBe(true);
    expect(
      asked(
        'and(or(phones.primaryPhoneNumber[eq]:"1",phones.additionalPhones[like]:"%646%"),not(emails.primaryEmail[is]:NULL))',
      ),
    ).toBe(false);
    expect(asked('phones.primaryPhoneNumber[in]:["1","212 555"]')).toBe(true);
  });

  it('takes "and" where conditions stand side by side, and nothing for what is empty', () => {
    expect(asked('phones.primaryPhoneNumber[like]:"212%",phones.additionalPhones[like]:"%7%"')).toBe(false);
    expect(asked('emails.primaryEmail[like]:"%"')).toBe(false);
    expect(asked('emails.primaryEmail[is]:NULL')).toBe(true);
  });

  it.each([
    'phones[sounds',
    'or(phones.primaryPhoneNumber[eq]:"1"',
    'phones.digits[eq]:"1"',
    'phones.primaryPhoneNumber[endsWith]:"1"',
    'phones.additionalPhones[ilike]:"%1%"',
    'emails.primaryEmail',
  ])('refuses %s', (filter) => expect(() => asked(filter)).toThrow());
});
