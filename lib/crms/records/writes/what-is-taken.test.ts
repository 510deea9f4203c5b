import { expect, it } from 'vitest';
import type { Contact } from '../../../domain/contact/contact.ts';
import type { Identifier } from '../../../domain/contact/identifier.ts';
import { CrmError, type SafeCrmError } from '../../../domain/crm/crm-error.ts';
import { atOnce } from '../../pace-for-tests.ts';
import type { RecordDriver } from '../record-driver.ts';
import { recordWrites } from '../record-writes.ts';

const number: Identifier = { kind: 'phone', value: '+33639980001' };
const other: Identifier = { kind: 'phone', value: '+33639980002' };
const paul = (id: string, identifiers: Identifier[]): Contact => ({
  id,
  name: 'Paul Martin',
  kind: 'person',
  identifiers,
  fields: {},
  version: '1',
  updatedAt: '2026-11-30T12:00:00Z',
});

/** A CRM whose searches lag behind, and which refuses what it is asked to write. */
function refusing(safe: SafeCrmError, there: Contact[]) {
  const driver: RecordDriver<null> = {
    identifiers: ['phone'],
    get: async (id) => {
      const contact = there.find((one) => one.id === id);
      return contact ? { contact, record: null } : null;
    },
    find: async () => [],
    insert: async () => {
      throw new CrmError(safe);
    },
    patch: async () => {
      throw new CrmError(safe);
    },
  };
  return recordWrites(driver, undefined, atOnce);
}
const options = { key: 'k' };
const create = (safe: SafeCrmError, there: Contact[]) =>
  refusing(safe, there)
    .createContact({ name: 'Paul Martin', kind: 'person', identifiers: [number], fields: {} }, options)
    .catch((error: CrmError) => error.safe);

it('is taken where one of those that the CRM names has the number', async () => {
  const conflict: SafeCrmError = { code: 'conflict', owners: ['1', '2'] };
  expect(await create(conflict, [paul('1', [other]), paul('2', [number])])).toEqual({
    code: 'conflict',
    owners: ['2'],
  });
});

it('is a namesake where none of them has it', async () => {
  const conflict: SafeCrmError = { code: 'conflict', owners: ['1'] };
  expect(await create(conflict, [paul('1', [other])])).toEqual({ ...conflict, namesake: true });
});

it('is a field that must be its own where the CRM says which', async () => {
  const conflict: SafeCrmError = { code: 'conflict', owners: ['1'], fields: { Customer_No: 'taken' } };
  expect(await create(conflict, [paul('1', [other])])).toEqual({
    code: 'invalid',
    fields: { Customer_No: 'taken' },
  });
});

it.each([
  [{ code: 'conflict' }],
  [{ code: 'conflict', owners: ['gone'] }],
  [{ code: 'conflict', stale: true, owners: ['1'] }],
  [{ code: 'invalid' }],
] as [SafeCrmError][])('stays as it was said where nothing can be found out: %j', async (safe) => {
  expect(await create(safe, [paul('1', [other])])).toEqual(safe);
});

it('holds for a change as well', async () => {
  const crm = refusing({ code: 'conflict', owners: ['2'] }, [paul('1', []), paul('2', [other])]);
  await expect(crm.updateContact('1', { name: 'Paul' }, '1', options)).rejects.toMatchObject({
    safe: { code: 'conflict', owners: ['2'], namesake: true },
  });
});
