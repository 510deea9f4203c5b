import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact, ContactChange, NewContact } from '../../domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { CrmMemory } from '../crm-memory.ts';
import { atOnce } from '../pace-for-tests.ts';
import type { ReadRecord, RecordDriver } from './record-driver.ts';
import { recordWrites } from './record-writes.ts';

const first: Identifier = { kind: 'phone', value: '+33639980001' };
const second: Identifier = { kind: 'phone', value: '+33199000001' };
const ada: NewContact = { name: 'Ada Okoro', kind: 'person', identifiers: [first], fields: { city: 'Lyon' } };

/** A CRM of records in memory. A write may be lost after it took effect, or be answered yes and forgotten. */
class FakeCrm implements RecordDriver<null> {
  identifiers: Identifier['kind'][] = ['phone', 'email'];
  readonly records = new Map<string, Contact>();
  writes = 0;
  loseAnswers = 0;
  forgetful = false;

  add(id: string, name: string, identifiers: Identifier[]): Contact {
    const contact: Contact = {
      id,
      name,
      kind: 'person',
      identifiers,
      fields: {},
      version: '1',
      updatedAt: '2026-01-01T00:00:00Z',
    };
    this.records.set(id, contact);
    return contact;
  }
  async get(id: string) {
    const contact = this.records.get(id);
    return contact ? { contact: structuredClone(contact), record: null } : null;
  }
  async find(identifier: Identifier) {
    const owners = [...this.records.values()].filter(({ identifiers }) =>
      identifiers.some((own) => sameIdentifier(own, identifier)),
    );
    return structuredClone(owners);
  }
  async insert(contact: NewContact) {
    const id = `new-${this.records.size}`;
    this.records.set(id, { ...this.add(id, contact.name, contact.identifiers), fields: contact.fields });
    return this.#answered(id);
  }
  async patch({ contact }: ReadRecord<null>, change: ContactChange) {
    const now = this.records.get(contact.id)!;
    const { name = now.name, identifiers = now.identifiers, fields } = this.forgetful ? {} : change;
    const version = String(Number(now.version) + 1);
    this.records.set(contact.id, {
      ...now,
      name,
      identifiers,
      fields: { ...now.fields, ...fields },
      version,
    });
    this.#answered(undefined);
  }
  #answered<Value>(value: Value): Value {
    this.writes += 1;
    if (this.loseAnswers === 0) return value;
    this.loseAnswers -= 1;
    throw new CrmError({ code: 'timeout' });
  }
}

let crm: FakeCrm;
beforeEach(() => {
  crm = new FakeCrm();
});
const key = { key: 'k' };
const valuesOf = (id: string) => crm.records.get(id)?.identifiers.map(({ value }) => value);

describe('a write whose answer was lost, tried again by another life of the worker', () => {
  it('creates one contact', async () => {
    crm.loseAnswers = 1;
    await expect(recordWrites(crm, undefined, atOnce).createContact(ada, key)).rejects.toMatchObject({
      safe: { code: 'timeout' },
    });
    expect(await recordWrites(crm, undefined, atOnce).createContact(ada, key)).toMatchObject({
      id: 'new-0',
      name: 'Ada Okoro',
    });
    expect([crm.records.size, crm.writes]).toEqual([1, 1]);
  });

  it('updates once, although the version it knew is gone', async () => {
    crm.add('1', 'Ada Okoro', [first]);
    crm.loseAnswers = 1;
    const update = () =>
      recordWrites(crm, undefined, atOnce).updateContact('1', { fields: { city: 'Lyon' } }, '1', key);
    await expect(update()).rejects.toMatchObject({ safe: { code: 'timeout' } });
    expect(await update()).toMatchObject({ fields: { city: 'Lyon' }, version: '2' });
    expect(crm.writes).toBe(1);
  });

  it.each([1, 2])('moves an identifier, whichever of the two writes was lost (%i)', async (lost) => {
    crm.add('1', 'Ada Okoro', []);
    crm.add('2', 'Ben Sow', [first, second]);
    const writes = recordWrites(crm, undefined, atOnce);
    const move = (by = writes) =>
      by.assignIdentifier({ contactId: '1', identifier: first, mode: 'move' }, key);
    if (lost === 2) await crm.patch((await crm.get('1'))!, { identifiers: [first] });
    crm.loseAnswers = 1;
    await expect(move()).rejects.toMatchObject({ safe: { code: 'timeout' } });
    const { former, assignmentId } = await move();
    expect([valuesOf('1'), valuesOf('2')]).toEqual([[first.value], [second.value]]);
    expect(former.map(({ id }) => id)).toEqual(['2']);
    await recordWrites(crm, undefined, atOnce).undoAssignment(assignmentId, { key: 'u' });
    expect([valuesOf('1'), valuesOf('2')?.sort()]).toEqual([[], [first.value, second.value].sort()]);
  });
});

describe('a contact whose places for identifiers could not all be read', () => {
  beforeEach(() => {
    crm.add('1', 'Ada Okoro', [first]);
    crm.records.set('1', { ...crm.records.get('1')!, cut: { identifiers: true } });
  });

  it.each([
    [
      'gets none',
      () =>
        recordWrites(crm, undefined, atOnce).assignIdentifier(
          { contactId: '1', identifier: second, mode: 'add' },
          key,
        ),
    ],
    [
      'loses none',
      () => recordWrites(crm, undefined, atOnce).updateContact('1', { identifiers: [] }, '1', key),
    ],
  ])('%s', async (_what, write) => {
    await expect(write()).rejects.toMatchObject({ safe: { code: 'not-supported', reason: 'read-only' } });
    expect([crm.writes, valuesOf('1')]).toEqual([0, [first.value]]);
  });

  it('may be changed in everything else', async () => {
    const changed = await recordWrites(crm, undefined, atOnce).updateContact(
      '1',
      { fields: { city: 'Lyon' } },
      '1',
      key,
    );
    expect(changed.fields).toEqual({ city: 'Lyon' });
  });
});

describe('a CRM that takes a text and changes it', () => {
  /** Leaves out quotes and angle brackets, cuts at 30, and drops what is called `unsaved`. */
  const plain = (text: string) => text.replace(/["<>]/g, '').slice(0, 30);
  beforeEach(() => {
    const { insert, patch } = crm;
    const taken = (fields: NewContact['fields'] = {}) =>
      Object.fromEntries(
        Object.entries(fields).flatMap(([name, value]) =>
          name === 'unsaved' ? [] : [[name, typeof value === 'string' ? plain(value) : value]],
        ),
      );
    crm.insert = (contact) =>
      insert.call(crm, { ...contact, name: plain(contact.name), fields: taken(contact.fields) });
    crm.patch = (read, { name, fields, ...change }) =>
      patch.call(crm, read, {
        ...change,
        ...(name !== undefined && { name: plain(name) }),
        fields: taken(fields),
      });
  });
  const long = { ...ada, name: 'Ada "the Great" Okoro', fields: { city: 'L'.repeat(60) } };

  it('has saved the contact that it created', async () => {
    const made = await recordWrites(crm, undefined, atOnce).createContact(long, key);
    expect(made).toMatchObject({ name: 'Ada the Great Okoro', fields: { city: 'L'.repeat(30) } });
    const missing = { ...ada, identifiers: [second], fields: { unsaved: 'x' } };
    expect(await recordWrites(crm, undefined, atOnce).createContact(missing, key)).toMatchObject({
      fields: {},
    });
  });

  it('makes no second one of it when the answer was lost', async () => {
    crm.loseAnswers = 1;
    const create = () => recordWrites(crm, undefined, atOnce).createContact(long, key);
    await expect(create()).rejects.toMatchObject({ safe: { code: 'timeout' } });
    expect(await create()).toMatchObject({ id: 'new-0' });
    expect(crm.records.size).toBe(1);
  });

  it('has saved a change of which it made something else, and not one that changed nothing', async () => {
    crm.add('1', 'Ada Okoro', [first]);
    const update = (change: ContactChange) =>
      recordWrites(crm, undefined, atOnce).updateContact('1', change, crm.records.get('1')!.version, key);
    expect(await update({ name: 'Ada <b>Eze' })).toMatchObject({ name: 'Ada bEze' });
    expect(await update({ fields: { unsaved: 'x', city: 'Lyon' } })).toMatchObject({
      fields: { city: 'Lyon' },
    });
    for (const change of [{ fields: { unsaved: 'x' } }, { name: 'Ada bEze"' }]) {
      await expect(update(change)).rejects.toMatchObject({
        safe: { code: 'not-supported', reason: 'not-taken' },
      });
    }
  });
});

describe('a create', () => {
  it('is a conflict where somebody else has the number, unless both are to share it', async () => {
    crm.add('1', 'Ben Sow', [first]);
    await expect(recordWrites(crm, undefined, atOnce).createContact(ada, key)).rejects.toMatchObject({
      safe: { code: 'conflict', owners: ['1'] },
    });
    const shared = { ...ada, identifiers: [{ ...first, shared: true }] };
    expect(await recordWrites(crm, undefined, atOnce).createContact(shared, key)).toMatchObject({
      name: 'Ada Okoro',
    });
  });

  it('does not take a namesake with other fields for its own first attempt', async () => {
    crm.add('1', 'Ada Okoro', [first]);
    await expect(recordWrites(crm, undefined, atOnce).createContact(ada, key)).rejects.toMatchObject({
      safe: { code: 'conflict', owners: ['1'] },
    });
  });

  it('without any identifier is made once by one connection', async () => {
    const writes = recordWrites(crm, undefined, atOnce);
    const nobody = { ...ada, identifiers: [] };
    await writes.createContact(nobody, key);
    await writes.createContact(nobody, key);
    expect(crm.records.size).toBe(1);
  });
});

describe('a change', () => {
  it('is stale where somebody else wrote since', async () => {
    crm.add('1', 'Ada Okoro', [first]);
    await expect(
      recordWrites(crm, undefined, atOnce).updateContact('1', { name: 'Ada Eze' }, '0', key),
    ).rejects.toMatchObject({
      safe: { code: 'conflict', stale: true },
    });
    expect(crm.writes).toBe(0);
  });

  it('that adds a number somebody else has is a conflict', async () => {
    crm.add('1', 'Ada Okoro', [first]);
    crm.add('2', 'Ben Sow', [second]);
    await expect(
      recordWrites(crm, undefined, atOnce).updateContact('1', { identifiers: [first, second] }, '1', key),
    ).rejects.toMatchObject({ safe: { code: 'conflict', owners: ['2'] } });
  });

  it('that the CRM accepts and forgets is said not to be taken', async () => {
    crm.add('1', 'Ada Okoro', [first]);
    crm.forgetful = true;
    const safe = { code: 'not-supported', reason: 'not-taken' };
    await expect(
      recordWrites(crm, undefined, atOnce).updateContact('1', { fields: { city: 'Lyon' } }, '1', key),
    ).rejects.toMatchObject({ safe });
    await expect(
      recordWrites(crm, undefined, atOnce).assignIdentifier(
        { contactId: '1', identifier: second, mode: 'add' },
        key,
      ),
    ).rejects.toMatchObject({ safe });
  });
});

describe('an assignment', () => {
  it('to add what others have is a conflict; to keep it leaves it on both', async () => {
    crm.add('1', 'Ada Okoro', []);
    crm.add('2', 'Ben Sow', [first]);
    const assign = (mode: 'add' | 'keep') =>
      recordWrites(crm, undefined, atOnce).assignIdentifier({ contactId: '1', identifier: first, mode }, key);
    await expect(assign('add')).rejects.toMatchObject({ safe: { code: 'conflict', owners: ['2'] } });
    const { assignmentId, former } = await assign('keep');
    expect(former.map(({ id }) => id)).toEqual(['2']);
    expect([valuesOf('1'), valuesOf('2')]).toEqual([[first.value], [first.value]]);
    const [target] = await recordWrites(crm, undefined, atOnce).undoAssignment(assignmentId, { key: 'u' });
    expect([target?.id, valuesOf('1'), valuesOf('2')]).toEqual(['1', [], [first.value]]);
  });

  it('cannot be undone once nobody of it has the identifier', async () => {
    crm.add('1', 'Ada Okoro', []);
    crm.add('2', 'Ben Sow', [first]);
    const writes = recordWrites(crm, undefined, atOnce);
    const { assignmentId } = await writes.assignIdentifier(
      { contactId: '1', identifier: first, mode: 'move' },
      key,
    );
    await crm.patch((await crm.get('1'))!, { identifiers: [] });
    await expect(writes.undoAssignment(assignmentId, { key: 'u' })).rejects.toMatchObject({
      safe: { code: 'conflict' },
    });
  });

  it.each(['', 'no base64!', btoa('{}'), btoa('{"contactId":"1"}')])(
    'is not undone by an id that is none: %j',
    async (id) => {
      await expect(recordWrites(crm, undefined, atOnce).undoAssignment(id, key)).rejects.toMatchObject({
        safe: { code: 'not-found' },
      });
    },
  );
});

describe('a second worker', () => {
  const kept = new Map<string, string>();
  const memory: CrmMemory = {
    get: async (key) => JSON.parse(kept.get(key) ?? 'null') as unknown,
    set: async (key, value) => void kept.set(key, JSON.stringify(value)),
  };
  const move = { contactId: 'grace', identifier: first, mode: 'move' as const };
  let shared: FakeCrm;
  beforeEach(() => {
    kept.clear();
    shared = new FakeCrm();
    shared.add('ada', 'Ada Okoro', [first]);
    shared.add('grace', 'Grace Moreau', [second]);
  });

  it('undoes what the first one assigned', async () => {
    const { assignmentId } = await recordWrites(shared, memory, atOnce).assignIdentifier(move, { key: 'w1' });
    await recordWrites(shared, memory, atOnce).undoAssignment(assignmentId, { key: 'w2' });
    expect(shared.records.get('ada')!.identifiers).toEqual([first]);
    expect(shared.records.get('grace')!.identifiers).toEqual([second]);
  });

  it('finishes what the first one was killed in, and its undo gives back what both took', async () => {
    const { patch } = shared;
    shared.patch = async (read, change) => {
      await patch.call(shared, read, change);
      if (read.contact.id === 'ada') throw new CrmError({ code: 'unreachable' });
    };
    const broken = recordWrites(shared, memory, atOnce).assignIdentifier(move, { key: 'w1' });
    await expect(broken).rejects.toMatchObject({ safe: { code: 'unreachable' } });
    shared.patch = patch;
    const next = recordWrites(shared, memory, atOnce);
    const { assignmentId, former } = await next.assignIdentifier(move, { key: 'w1' });
    expect(former.map(({ id }) => id)).toEqual(['ada']);
    await recordWrites(shared, memory, atOnce).undoAssignment(assignmentId, { key: 'w2' });
    expect(shared.records.get('ada')!.identifiers).toEqual([first]);
    expect(shared.records.get('grace')!.identifiers).toEqual([second]);
  });

  it('makes no second contact of one that nothing tells apart', async () => {
    const nameless = { ...ada, identifiers: [] };
    const made = await recordWrites(shared, memory, atOnce).createContact(nameless, { key: 'w1' });
    const again = await recordWrites(shared, memory, atOnce).createContact(nameless, { key: 'w1' });
    expect(again.id).toBe(made.id);
    expect(shared.records.size).toBe(3);
  });
});
