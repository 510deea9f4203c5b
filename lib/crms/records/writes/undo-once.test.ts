import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../../domain/contact/identifier.ts';
import { CrmError } from '../../../domain/crm/crm-error.ts';
import { keptSlots, readSlots, slotChanges } from '../../identifiers/identifier-slots.ts';
import { atOnce } from '../../pace-for-tests.ts';
import { decodeAssignment, encodeAssignment } from '../assignment-id.ts';
import type { RecordChange } from '../record-change.ts';
import type { ReadRecord, RecordDriver } from '../record-driver.ts';
import { recordWrites } from '../record-writes.ts';

const fields = { phone: ['work', 'home', 'mobile'] };
const mapping = { fields, reading: { region: 'FR' } };
const number: Identifier = { kind: 'phone', value: '+33639980001' };

/** A CRM with three places for a number. A write may take effect and its answer be lost. */
class SlotCrm implements RecordDriver<Record<string, string>> {
  identifiers: Identifier['kind'][] = ['phone'];
  readonly records = new Map<string, Record<string, string>>();
  writes = 0;
  loseAnswer = 0;

  #contact(id: string): Contact {
    const record = this.records.get(id) ?? {};
    const identifiers = readSlots(record, fields, { region: 'FR' });
    const version = String(this.writes);
    return {
      id,
      name: id,
      kind: 'person',
      identifiers,
      fields: {},
      version,
      updatedAt: '2026-01-01T00:00:00Z',
    };
  }
  async get(id: string) {
    const record = this.records.get(id);
    return record ? { contact: this.#contact(id), record } : null;
  }
  async find(identifier: Identifier) {
    const all = [...this.records.keys()].map((id) => this.#contact(id));
    return all.filter(({ identifiers }) => identifiers.some((own) => sameIdentifier(own, identifier)));
  }
  async insert(): Promise<string> {
    throw new CrmError({ code: 'not-supported' });
  }
  async patch({ contact, record }: ReadRecord<Record<string, string>>, change: RecordChange) {
    this.records.set(contact.id, {
      ...this.records.get(contact.id),
      ...slotChanges(record, change, mapping),
    });
    this.writes += 1;
    if (this.writes === this.loseAnswer) throw new CrmError({ code: 'timeout' });
  }
  kept({ record }: ReadRecord<Record<string, string>>) {
    return keptSlots(record, fields);
  }
}

const ada = { work: '', home: '01 99 00 00 02', mobile: '' };
const ben = { work: '', home: '06.39.98.00.01', mobile: '+33199000003', city: 'Lyon' };
let crm: SlotCrm;
beforeEach(() => {
  crm = new SlotCrm();
  crm.records.set('ada', { ...ada });
  crm.records.set('ben', { ...ben });
});
const records = () => Object.fromEntries(crm.records);
const assign = (mode: 'move' | 'keep') =>
  recordWrites(crm, undefined, atOnce).assignIdentifier(
    { contactId: 'ada', identifier: number, mode },
    { key: 'a' },
  );
const undo = (id: string) => recordWrites(crm, undefined, atOnce).undoAssignment(id, { key: 'u' });

describe('an undo', () => {
  it('puts a number back into the place and the spelling that it had', async () => {
    const { assignmentId } = await assign('move');
    expect(records()).toEqual({ ada: { ...ada, work: number.value }, ben: { ...ben, home: '' } });
    const touched = await undo(assignmentId);
    expect(touched.map(({ id }) => id)).toEqual(['ada', 'ben']);
    expect(records()).toEqual({ ada, ben });
  });

  it('of a number kept on both takes it from whom it was given to', async () => {
    const { assignmentId } = await assign('keep');
    await undo(assignmentId);
    expect(records()).toEqual({ ada, ben });
  });

  it('leaves alone what somebody wrote elsewhere meanwhile', async () => {
    const { assignmentId } = await assign('move');
    crm.records.set('ben', { ...crm.records.get('ben'), city: 'Paris' });
    await undo(assignmentId);
    expect(records()).toEqual({ ada, ben: { ...ben, city: 'Paris' } });
  });

  it.each([
    ['ada', { work: '+33199000009' }],
    ['ben', { home: '+33199000009' }],
    ['ben', { mobile: '' }],
  ])('writes nothing where somebody changed the numbers of %s meanwhile: %o', async (id, change) => {
    const { assignmentId } = await assign('move');
    crm.records.set(id, { ...crm.records.get(id), ...change });
    const before = structuredClone(records());
    await expect(undo(assignmentId)).rejects.toMatchObject({ safe: { code: 'conflict', stale: true } });
    expect(records()).toEqual(before);
  });

  it.each([3, 4])('whose answer was lost is completed by the same again (write %i)', async (lost) => {
    const { assignmentId } = await assign('move');
    crm.loseAnswer = lost;
    await expect(undo(assignmentId)).rejects.toMatchObject({ safe: { code: 'timeout' } });
    await undo(assignmentId);
    expect(records()).toEqual({ ada, ben });
    await undo(assignmentId);
    expect(crm.writes).toBe(4);
  });

  it.each([1, 2])(
    'knows how it was though the answer to write %i of the assignment was lost',
    async (lost) => {
      crm.loseAnswer = lost;
      const writes = recordWrites(crm, undefined, atOnce);
      const move = () =>
        writes.assignIdentifier({ contactId: 'ada', identifier: number, mode: 'move' }, { key: 'a' });
      await expect(move()).rejects.toMatchObject({ safe: { code: 'timeout' } });
      await undo((await move()).assignmentId);
      expect(records()).toEqual({ ada, ben });
    },
  );

  it('writes no places that are none', async () => {
    const assignment = decodeAssignment((await assign('move')).assignmentId);
    const places = assignment.places?.map((place) => ({ ...place, before: [{ work: 7 }] }));
    const before = structuredClone(records());
    const id = encodeAssignment({ ...assignment, ...(places && { places }) });
    await expect(undo(id)).rejects.toMatchObject({ safe: { code: 'not-found' } });
    expect(records()).toEqual(before);
  });
});
