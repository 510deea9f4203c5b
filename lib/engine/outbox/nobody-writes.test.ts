import { afterEach, expect, it } from 'vitest';
import type { NewContact } from '../../domain/contact/contact.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';

const number = '+33199004217';
const writeId = 'a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';
let desk: ReturnType<typeof engineForTests>;
afterEach(() => desk.end());

const phone = (value: string) => ({ kind: 'phone', value }) as const;
const refused = { ok: false, error: { code: 'invalid', fields: { phone: 'stands-for-nobody' } } };

it.each(['Private', '7378742833', '+1 737 874 2833', '0000000000', 'unknown@pbx.example'])(
  'no contact is created with %s, or given it, and the CRM is not asked',
  async (value) => {
    desk = engineForTests();
    desk.crm.add('c1', 'Card', phone(number));
    await desk.connect();
    await desk.ring('1', number);
    const { contact } = await desk.resolved('1', 'matched');
    const before = desk.crm.calls.length;
    const create: NewContact = { name: 'Nobody', kind: 'person', identifiers: [phone(value)], fields: {} };
    expect(
      await desk.engine.send({ type: 'contact.create', crm: testCrm, key: null, writeId, contact: create }),
    ).toMatchObject(refused);
    const change = { identifiers: [...contact.identifiers, phone(value)] };
    const update = {
      type: 'contact.update',
      key: null,
      contactId: contact.id,
      version: contact.version,
      change,
    } as const;
    const other = 'b3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';
    expect(await desk.engine.send({ ...update, writeId: other })).toMatchObject(refused);
    expect(desk.crm.calls.slice(before)).toEqual([]);
  },
);

it('a withheld number is assigned to nobody, whatever a view asks for', async () => {
  desk = engineForTests();
  desk.crm.add('c1', 'Card', phone(number));
  await desk.connect();
  await desk.ring('1', '7378742833');
  await desk.resolved('1', 'withheld');
  const { key } = desk.live('1');
  await desk.engine.send({ type: 'contact.choose', key, contactId: ref('c1') });
  await desk.resolved('1', 'matched');
  expect(desk.live('1').resolution).not.toHaveProperty('assignment');
  const reply = await desk.engine.send({
    type: 'identifier.assign',
    key,
    writeId,
    contactId: ref('c1'),
    mode: 'add',
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(desk.crm.calls.filter((call) => call.startsWith('assign'))).toEqual([]);
});

it('what a contact has from before is kept when something else is changed', async () => {
  desk = engineForTests();
  desk.crm.add('c1', 'Card', phone(number), phone('+17378742833'));
  await desk.connect();
  await desk.ring('1', number);
  const { contact } = await desk.resolved('1', 'matched');
  const change = { identifiers: [...contact.identifiers, phone('+33199004218')] };
  const update = {
    type: 'contact.update',
    key: null,
    contactId: contact.id,
    version: contact.version,
    change,
  } as const;
  expect(await desk.engine.send({ ...update, writeId })).toMatchObject({ ok: true });
});
