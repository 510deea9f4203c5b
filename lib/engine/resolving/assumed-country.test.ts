import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Contact, ContactIdentifier } from '../../domain/contact/contact.ts';
import { carries } from '../connection/contact-match.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';

const french = '+33644556677';
const italian = '+390644556677';
const phone = (value: string, country?: ContactIdentifier['country']): ContactIdentifier => ({
  kind: 'phone',
  value,
  ...(country && { country }),
});
let desk: ReturnType<typeof engineForTests>;
beforeEach(() => {
  desk = engineForTests();
});
afterEach(() => desk.end());

/** Why the one who has this number is shown when `said` calls. */
async function reasonFor(own: ContactIdentifier, said: string) {
  desk.crm.add('c1', 'Giulia Roma', own);
  await desk.connect();
  await desk.ring('1', said);
  return (await desk.resolved('1', 'matched')).reason;
}

it.each<[string, ContactIdentifier, string, object]>([
  ['exactly, spelled in full', phone(french), french, { exact: true }],
  ['not exactly, read in the country of the record', phone(french, 'record'), french, { exact: false }],
  [
    'by an assumed country, where the record names none',
    phone(french, 'assumed'),
    french,
    { exact: false, assumedCountry: 'FR' },
  ],
  [
    'by an assumed country, where the host says none',
    phone(french),
    '06 44 55 66 77',
    { exact: false, assumedCountry: 'FR' },
  ],
])('says that a number matched %s', async (_, own, said, told) => {
  const { by, identifier, ...reason } = await reasonFor(own, said);
  expect([by, identifier?.value]).toEqual(['client-id', french]);
  expect(reason).toEqual(told);
});

it('still knows what was assumed when it shows a saved copy', async () => {
  await reasonFor(phone(french, 'assumed'), french);
  await desk.restart();
  await desk.ring('2', french);
  const shown = await desk.resolved('2', 'matched');
  expect(shown.freshness.from).toBe('cache');
  expect(shown.reason).toMatchObject({ exact: false, assumedCountry: 'FR' });
});

it('takes the surest of several readings', () => {
  const contact = desk.crm.add('c1', 'Giulia Roma', phone(french, 'assumed'), phone(french));
  expect(carries(contact, phone(french), 'FR')).toBe('exact');
});

it('reads what a CRM left as it was typed in the country of the contact', () => {
  const typed = { ...desk.crm.add('c1', 'Giulia Roma', phone('06 44556677')), fields: { country: 'IT' } };
  expect(carries(typed, phone(italian), 'FR')).toBe('normalised');
  expect(carries(typed, phone(french), 'FR')).toBe(false);
  const nowhere: Contact = { ...typed, fields: {} };
  expect(carries(nowhere, phone(french), 'FR')).toBe('assumed');
  expect(carries(nowhere, phone(italian), 'FR')).toBe(false);
});

it('sends a number that an agent types as one of the contact’s country, and nothing of how others are known', async () => {
  const added = desk.crm.add('c1', 'Giulia Roma', phone(french, 'assumed'));
  desk.crm.contacts.set('c1', { ...added, fields: { country: 'Italy' } });
  await desk.connect();
  await desk.ring('1', french);
  const { contact } = await desk.resolved('1', 'matched');
  await desk.engine.send({
    type: 'contact.update',
    key: desk.live('1').key,
    writeId: 'a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77',
    contactId: ref('c1'),
    version: contact.version,
    change: { identifiers: [...contact.identifiers, phone('06 99887766')] },
  });
  expect(desk.crm.contacts.get('c1')?.identifiers).toEqual([phone(french), phone('+390699887766')]);
  await desk.engine.send({
    type: 'contact.create',
    crm: testCrm,
    key: null,
    writeId: 'b3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77',
    contact: {
      name: 'Bruno',
      kind: 'person',
      identifiers: [phone('612 34 99 81')],
      fields: { addressCountry: 'España' },
    },
  });
  const created = [...desk.crm.contacts.values()].find(({ name }) => name === 'Bruno');
  expect(created?.identifiers).toEqual([phone('+34612349981')]);
});
