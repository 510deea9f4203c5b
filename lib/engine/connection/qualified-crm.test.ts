import { beforeEach, describe, expect, it } from 'vitest';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { MemoryCrm } from './memory-crm-for-tests.ts';
import { qualifiedCrm } from './qualified-crm.ts';

const identifier = { kind: 'phone', value: '+33199004217' } as const;
const key = 'a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';
let raw: MemoryCrm;
let crm: ReturnType<typeof qualifiedCrm>;

beforeEach(() => {
  raw = new MemoryCrm();
  raw.add('7', 'Élodie Marchand', identifier);
  raw.add('a:b', 'An id with a colon');
  crm = qualifiedCrm(raw, 'one');
});

describe('a CRM of one connection', () => {
  it('names it in every contact that comes out', async () => {
    expect(await crm.getContact('one:7')).toMatchObject({ id: 'one:7' });
    expect(await crm.getContact('one:a:b')).toMatchObject({ id: 'one:a:b' });
    expect(await crm.getContact('one:none')).toBeNull();
    expect(await crm.findByIdentifier(identifier)).toMatchObject([{ id: 'one:7' }]);
    expect(await crm.search('Élodie')).toMatchObject({ contacts: [{ id: 'one:7' }] });
    const made = { name: 'New', kind: 'person' as const, identifiers: [], fields: {} };
    expect(await crm.createContact(made, { key })).toMatchObject({ id: 'one:new-1' });
    expect(await crm.updateContact('one:7', { name: 'E' }, '1', { key: `${key}2` })).toMatchObject({
      id: 'one:7',
    });
    expect([...raw.contacts.keys()]).toEqual(['7', 'a:b', 'new-1']);
  });

  it('says of every contact where the CRM itself shows it, by the CRM’s own id', async () => {
    expect(await crm.getContact('one:7')).not.toHaveProperty('recordUrl');
    raw.recordsAt = 'https://crm.example.com/contacts/';
    const page = { recordUrl: 'https://crm.example.com/contacts/7' };
    expect(await crm.getContact('one:7')).toMatchObject(page);
    expect(await crm.findByIdentifier(identifier)).toMatchObject([page]);
    expect(await crm.search('Élodie')).toMatchObject({ contacts: [page] });
    raw.recordsAt = 'javascript:';
    expect(await crm.getContact('one:7')).not.toHaveProperty('recordUrl');
  });

  it('names it in an assignment, its former owners and its undo', async () => {
    const assigned = await crm.assignIdentifier({ contactId: 'one:a:b', identifier, mode: 'move' }, { key });
    expect(assigned).toMatchObject({
      assignmentId: `one:${key}`,
      contact: { id: 'one:a:b' },
      former: [{ id: 'one:7' }],
    });
    const undone = await crm.undoAssignment(assigned.assignmentId, { key: `${key}2` });
    expect(undone.map(({ id }) => id)).toEqual(['one:a:b', 'one:7']);
    expect(raw.contacts.get('7')?.identifiers).toEqual([identifier]);
  });

  it('names it in the owners of a conflict', async () => {
    const assign = crm.assignIdentifier({ contactId: 'one:a:b', identifier, mode: 'add' }, { key });
    await expect(assign).rejects.toMatchObject({ safe: { code: 'conflict', owners: ['one:7'] } });
  });

  it('leaves every other failure as it is', async () => {
    raw.before = () => {
      throw new CrmError({ code: 'rate-limited', retryAfterMs: 5 });
    };
    const update = crm.updateContact('one:7', { name: 'E' }, '1', { key });
    await expect(update).rejects.toMatchObject({ safe: { code: 'rate-limited', retryAfterMs: 5 } });
  });

  it.each<[string, (ref: string) => unknown]>([
    ['read', (ref) => crm.getContact(ref)],
    ['changed', (ref) => crm.updateContact(ref, { name: 'E' }, '1', { key })],
    [
      'given an identifier',
      (ref) => crm.assignIdentifier({ contactId: ref, identifier, mode: 'add' }, { key }),
    ],
    ['taken back', (ref) => crm.undoAssignment(ref, { key })],
    ['linked to', (ref) => crm.recordUrl(ref)],
  ])('is never asked for another connection’s: %s', async (_, ask) => {
    for (const ref of ['two:7', '7', 'on:7', 'onee:7', ':7', 'two:one:7']) {
      const asked = async () => ask(ref);
      await expect(asked()).rejects.toMatchObject({ safe: { code: 'not-found' } });
    }
    expect(raw.calls).toEqual([]);
  });

  it('says no more than it can of the agent’s rights', async () => {
    expect(crm).not.toHaveProperty('mayCreate');
    const able = Object.assign(new MemoryCrm(), { mayCreate: async () => true });
    expect(await qualifiedCrm(able, 'one').mayCreate?.()).toBe(true);
  });
});
