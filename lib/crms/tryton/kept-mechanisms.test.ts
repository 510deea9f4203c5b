import { expect, it } from 'vitest';
import { keptMechanisms, returnToKept } from './kept-mechanisms.ts';
import type { Mechanism, Party } from './party.ts';

const row = (id: number, type: string, value: string, more: Partial<Mechanism> = {}): Mechanism => ({
  id,
  type,
  value,
  name: null,
  ...more,
});
const party = (...rows: Mechanism[]): Party => ({
  id: 7,
  rec_name: 'Ada Okoro',
  name: 'Ada Okoro',
  _timestamp: '1',
  create_date: null,
  write_date: null,
  'lang.': null,
  'addresses.': [],
  'contact_mechanisms.': rows,
});
const mail = row(1, 'email', 'ada@example.com');
const mobile = row(2, 'mobile', '+33 6 39 98 00 01', {
  name: 'Reception',
  comment: 'ring twice',
  sequence: 3,
});

it('makes a row anew with its type, spelling, name, comment and place', () => {
  const kept = JSON.parse(JSON.stringify(keptMechanisms(party(mail, mobile))));
  expect(returnToKept(party(mail), kept)).toEqual([
    [
      'create',
      [{ type: 'mobile', value: '+33 6 39 98 00 01', name: 'Reception', comment: 'ring twice', sequence: 3 }],
    ],
  ]);
});

it('deletes what was not there, one of two alike, and leaves the others', () => {
  const kept = keptMechanisms(party(mail, mobile));
  const now = party(mail, mobile, { ...mobile, id: 3 }, row(4, 'phone', '+33199000002'));
  expect(returnToKept(now, kept)).toEqual([['delete', [3, 4]]]);
  expect(returnToKept(party(mail, mobile), kept)).toEqual([]);
});

it('writes nothing of what is no list of rows', () => {
  expect(() => returnToKept(party(mail), [{ type: 7 }])).toThrow(
    expect.objectContaining({ safe: { code: 'not-found' } }),
  );
});
