import { afterEach, expect, it } from 'vitest';
import { engineForTests } from '../engine-for-tests.ts';

const number = '+33199004217';
let desk: ReturnType<typeof engineForTests>;
afterEach(() => desk.end());

/** The agent saves a change of the contact as it is shown. */
async function change(writeId: string) {
  const { key, resolution } = desk.live('1');
  if (resolution.status !== 'matched') throw new Error('nobody is shown');
  const { id: contactId } = resolution.contact;
  return desk.engine.send({
    type: 'contact.update',
    key,
    writeId,
    contactId,
    version: resolution.contact.version,
    change: { fields: { jobTitle: 'Head of buying' } },
  });
}

it('shows what somebody else wrote first, so that the agent can write over it', async () => {
  desk = engineForTests();
  const before = desk.crm.add('c1', 'Card', { kind: 'phone', value: number });
  await desk.connect();
  await desk.ring('1', number);
  await desk.resolved('1', 'matched');
  desk.crm.contacts.set('c1', { ...before, version: '9', fields: { jobTitle: 'Seller' } });
  expect(await change('a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77')).toMatchObject({
    ok: false,
    error: { code: 'conflict', stale: true },
  });
  expect(desk.live('1').resolution).toMatchObject({
    contact: { version: '9', fields: { jobTitle: 'Seller' } },
  });
  expect(await change('b3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77')).toMatchObject({ ok: true });
  expect(desk.crm.contacts.get('c1')?.fields.jobTitle).toBe('Head of buying');
  // The word that was refused is settled by the later one, and holds the interaction no more.
  expect(desk.live('1').writes.map(({ status }) => status)).toEqual(['saved']);
});

it('keeps what is shown where the newer contact cannot be read', async () => {
  desk = engineForTests();
  const before = desk.crm.add('c1', 'Card', { kind: 'phone', value: number });
  await desk.connect();
  await desk.ring('1', number);
  await desk.resolved('1', 'matched');
  desk.crm.contacts.set('c1', { ...before, version: '9' });
  desk.crm.before = (call) => {
    if (call.startsWith('get')) throw new Error('unreadable');
  };
  expect(await change('a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77')).toMatchObject({
    ok: false,
    error: { stale: true },
  });
  expect(desk.live('1').resolution).toMatchObject({ status: 'matched', contact: { version: '1' } });
});
