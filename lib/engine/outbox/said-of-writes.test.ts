import { beforeEach, describe, expect, it } from 'vitest';
import type { WriteOptions } from '../../crms/crm.ts';
import type { Contact, ContactChange, NewContact } from '../../domain/contact/contact.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { MemoryCrm } from '../connection/memory-crm-for-tests.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';

const number = '+33199004217';
const phone = { kind: 'phone', value: number } as const;
const writeId = '5b1c8f6e-7a51-4c3f-9a57-1b1a1d0c8f11';

/** Takes texts without their quotes, and no field that is called `unsaved`. */
class PlainCrm extends MemoryCrm {
  slow = false;
  override async createContact(contact: NewContact, options: WriteOptions): Promise<Contact> {
    const { unsaved: _, ...fields } = contact.fields;
    return super.createContact({ ...contact, name: contact.name.replaceAll('"', ''), fields }, options);
  }
  override async updateContact(id: string, change: ContactChange, version: string, options: WriteOptions) {
    const name = change.name?.replaceAll('"', '');
    if (this.slow) options.remark?.('slow');
    return super.updateContact(id, { ...change, ...(name !== undefined && { name }) }, version, options);
  }
}

let crm: PlainCrm;
let desk: ReturnType<typeof engineForTests>;
beforeEach(async () => {
  crm = new PlainCrm();
  desk = engineForTests({ crm });
  await desk.connect();
  await desk.ring('1', number);
});

const create = (name: string, fields: NewContact['fields'] = {}) => ({
  type: 'contact.create' as const,
  crm: testCrm,
  key: desk.live('1').key,
  writeId,
  contact: { name, kind: 'person' as const, identifiers: [phone], fields },
});
const barred = () => {
  const connection = desk.connection();
  return connection?.status === 'ready' && connection.mayNotCreate === true;
};

describe('what a CRM took and changed', () => {
  it('is saved, and what differs is said until its agent has seen it', async () => {
    await desk.resolved('1', 'unmatched');
    const reply = await desk.engine.send(create('Ada "the" Okoro', { city: 'Lyon', unsaved: 'x' }));
    expect(reply).toMatchObject({ ok: true, contact: { name: 'Ada the Okoro' } });
    expect(desk.live('1').writes).toMatchObject([{ status: 'saved', differs: ['name', 'unsaved'] }]);
    await desk.engine.send({ type: 'write.discard', key: desk.live('1').key, writeId });
    expect(desk.live('1').writes).toEqual([]);
  });

  it('says nothing of what stands there as it was typed', async () => {
    await desk.resolved('1', 'unmatched');
    await desk.engine.send(create('Ada Okoro', { city: ' Lyon ' }));
    expect(desk.live('1').writes).toMatchObject([{ status: 'saved' }]);
    expect(desk.live('1').writes[0]).not.toHaveProperty('differs');
  });

  it('says that a write took so long that another may have been written over', async () => {
    const other = { kind: 'phone', value: '+33199004218' } as const;
    crm.add('c-1', 'Ada Okoro', other);
    await desk.ring('2', other.value);
    await desk.resolved('2', 'matched');
    crm.slow = true;
    const { key } = desk.live('2');
    const change = { identifiers: [other, { kind: 'email' as const, value: 'ada@example.com' }] };
    await desk.engine.send({
      type: 'contact.update',
      key,
      writeId,
      contactId: ref('c-1'),
      version: '1',
      change,
    });
    expect(desk.live('2').writes).toMatchObject([{ status: 'saved', slow: true }]);
  });
});

describe('a right that was refused at creating', () => {
  it('is not offered any more, signs nobody out, and is there again once a create is let through', async () => {
    await desk.resolved('1', 'unmatched');
    crm.before = (call) => {
      if (call === 'create') throw new CrmError({ code: 'not-allowed' });
    };
    await desk.engine.send(create('Ada Okoro'));
    expect(barred()).toBe(true);
    expect(desk.connection()?.status).toBe('ready');
    crm.before = () => undefined;
    await desk.engine.send({ type: 'write.retry', key: desk.live('1').key, writeId });
    expect(desk.live('1')).toMatchObject({
      writes: [{ status: 'saved' }],
      resolution: { status: 'matched' },
    });
    expect(barred()).toBe(false);
  });

  it('is forgotten with the agent who had it not', async () => {
    await desk.resolved('1', 'unmatched');
    crm.before = (call) => {
      if (call === 'create') throw new CrmError({ code: 'not-allowed' });
    };
    await desk.engine.send(create('Ada Okoro'));
    expect(barred()).toBe(true);
    await desk.connect('another', { owner: 'another' });
    expect(barred()).toBe(false);
  });

  it.each([false, true, 'unknown'] as const)(
    'is asked for beforehand where the CRM tells: %s',
    async (may) => {
      const telling = Object.assign(new PlainCrm(), { mayCreate: async () => may });
      desk = engineForTests({ crm: telling });
      await desk.connect();
      await desk.until(({ connections }) => connections[0]?.workspace !== null);
      await desk.until(
        ({ connections: [one] }) =>
          (one?.status === 'ready' && one.mayNotCreate === true) === (may === false),
      );
      expect(barred()).toBe(may === false);
    },
  );
});
