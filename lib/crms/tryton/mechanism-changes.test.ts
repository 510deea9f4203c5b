import { expect, it } from 'vitest';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { mechanismChanges } from './mechanism-changes.ts';
import { partsOfMechanism } from './party.ts';

const reading = { region: 'FR' };
const two = { id: 7, type: 'phone', value: '01 99 00 42 17 / 06 55 10 00 42', name: null };
const landline: Identifier = { kind: 'phone', value: '+33199004217' };
const mobile: Identifier = { kind: 'phone', value: '+33655100042' };
const other: Identifier = { kind: 'phone', value: '+33199000001' };
const changes = (wanted: Identifier[], archived = false) =>
  mechanismChanges({ reading, active: archived ? [] : [two], archived: archived ? [two] : [] }, wanted);

it('reads both numbers of one row', () => {
  const parts = partsOfMechanism(two, reading);
  expect(parts.map(({ identifier }) => identifier.value)).toEqual([landline.value, mobile.value]);
});

it('leaves the other number of a row as it is typed where one is taken off', () => {
  expect(changes([mobile])).toEqual([['write', [7], { value: '06 55 10 00 42' }]]);
  expect(changes([landline, mobile])).toEqual([]);
  expect(changes([])).toEqual([['write', [7], { active: false }]]);
});

it('takes an archived row back with all that is in it, or not', () => {
  expect(changes([landline, mobile], true)).toEqual([['write', [7], { active: true }]]);
  expect(changes([landline, other], true)).toEqual([
    ['create', [expect.objectContaining({ value: landline.value }), expect.anything()]],
  ]);
});
