import { afterEach, beforeEach, expect, it } from 'vitest';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';

/** In France a number of Brittany that lost its zero, or one of the Faroe Islands without its plus. */
const said = '298765432';
const faroese = { kind: 'phone', value: '+298765432' } as const;
const breton = { kind: 'phone', value: '+33298765432' } as const;
let desk: ReturnType<typeof engineForTests>;
beforeEach(() => {
  desk = engineForTests();
});
afterEach(() => desk.end());

it('looks for every reading in one question, and says of the one who was found how the number was read', async () => {
  desk.crm.add('c1', 'Anne Le Goff', breton);
  await desk.connect();
  await desk.ring('1', said);
  const { contact, reason } = await desk.resolved('1', 'matched');
  expect(contact.name).toBe('Anne Le Goff');
  expect(reason.identifier).toMatchObject({ value: breton.value });
  expect(reason).toMatchObject({ exact: false, readAs: { how: 'national', number: '+33 2 98 76 54 32' } });
  expect(reason.assumedCountry).toBeUndefined();
  expect(desk.crm.calls.filter((call) => call.startsWith('find'))).toHaveLength(1);
});

it('takes the country code for one where nothing says so', async () => {
  desk.crm.add('c1', 'Jógvan Olsen', faroese);
  await desk.connect();
  await desk.ring('1', said);
  const { reason } = await desk.resolved('1', 'matched');
  expect(reason.readAs).toMatchObject({ how: 'without-plus' });
});

it('lets the agent choose where both readings are somebody’s', async () => {
  desk.crm.add('c1', 'Anne Le Goff', breton);
  desk.crm.add('c2', 'Jógvan Olsen', faroese);
  await desk.connect();
  await desk.ring('1', said);
  const { candidates } = await desk.resolved('1', 'ambiguous');
  expect(candidates.map(({ name }) => name).sort()).toEqual(['Anne Le Goff', 'Jógvan Olsen']);
});

it('knows a number told in full from one that may be several', async () => {
  desk.crm.add('c1', 'Anne Le Goff', breton);
  await desk.connect();
  await desk.ring('1', '+298765432');
  await desk.resolved('1', 'unmatched');
  await desk.ring('2', '0298765432');
  await desk.resolved('2', 'matched');
});

it('looks anew where a host corrects the text to one that can be one number only', async () => {
  desk.crm.add('c1', 'Anne Le Goff', breton);
  await desk.connect();
  await desk.ring('1', said);
  await desk.resolved('1', 'matched');
  await desk.ring('1', '+298765432');
  await desk.resolved('1', 'unmatched');
});

it('finds in the saved copies by the same readings', async () => {
  desk.crm.add('c1', 'Anne Le Goff', breton);
  await desk.connect();
  await desk.ring('1', said);
  await desk.resolved('1', 'matched');
  await desk.restart();
  await desk.ring('2', said);
  const shown = await desk.resolved('2', 'matched');
  expect([shown.contact.name, shown.freshness.from]).toEqual(['Anne Le Goff', 'cache']);
});

it('takes both spellings of a subscriber for one, and keeps what is there as it is spelled', async () => {
  desk.crm.add('c1', 'Bia Souza', { kind: 'phone', value: '+5531988880123' });
  await desk.connect();
  await desk.ring('1', '+553188880123');
  const { contact, reason } = await desk.resolved('1', 'matched');
  expect(contact.identifiers).toMatchObject([{ value: '+5531988880123' }]);
  expect(reason.readAs).toBeUndefined();
  expect(desk.live('1').identifier).toMatchObject({ value: '+553188880123' });
});

it('writes the likeliest reading alone, in a new contact and on one that is linked', async () => {
  desk.crm.add('c1', 'Anne Le Goff', { kind: 'email', value: 'anne@legoff.example' });
  await desk.connect();
  await desk.ring('1', said);
  const { identifier } = await desk.resolved('1', 'unmatched');
  expect(identifier?.readings).toEqual([breton.value]);
  const { key } = desk.live('1');
  await desk.engine.send({ type: 'contact.choose', key, contactId: ref('c1') });
  await desk.resolved('1', 'matched');
  await desk.engine.send({
    type: 'identifier.assign',
    key,
    writeId: 'a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77',
    contactId: ref('c1'),
    mode: 'add',
  });
  expect(desk.crm.contacts.get('c1')?.identifiers.at(-1)).toMatchObject(faroese);
  expect(desk.crm.contacts.get('c1')?.identifiers.at(-1)?.readings).toBeUndefined();
  await desk.engine.send({
    type: 'contact.create',
    crm: testCrm,
    key: null,
    writeId: 'b3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77',
    contact: { name: 'Bruno', kind: 'person', identifiers: [identifier!], fields: {} },
  });
  const created = [...desk.crm.contacts.values()].find(({ name }) => name === 'Bruno');
  expect(created?.identifiers).toEqual([faroese]);
});
