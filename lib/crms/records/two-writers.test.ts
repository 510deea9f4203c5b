import { describe, expect, it } from 'vitest';
import type { Contact } from '../../domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { changeList } from '../identifiers/identifier-list.ts';
import { keptSlots, readSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import { fineVersion } from './fine-version.ts';
import { type Interleaving, inEveryOrder } from './interleaved-for-tests.ts';
import type { RecordChange } from './record-change.ts';
import type { ReadRecord, RecordDriver } from './record-driver.ts';
import { type RecordWrites, recordWrites } from './record-writes.ts';

const number = (digits: number): Identifier => ({ kind: 'phone', value: `+3363998000${digits}` });
const [first, second, third] = [number(1), number(2), number(3)] as [Identifier, Identifier, Identifier];
const region = 'FR';

/** How a CRM holds numbers, and what two of its requests do. Each is one moment; nothing is in between. */
interface Store {
  contact(id: string): Contact;
  record(id: string): unknown;
  patch(read: ReadRecord<unknown>, change: RecordChange): void;
  kept?(read: ReadRecord<unknown>): unknown;
  compares?: true;
}

const contactWith = (id: string, identifiers: Identifier[]): Contact => ({
  id,
  name: id,
  kind: 'person',
  identifiers,
  fields: {},
  // A clock that counts seconds: all of this lies within one.
  version: fineVersion('2026-11-30 12:00:00', { identifiers }),
  updatedAt: '2026-11-30T12:00:00Z',
});

/** A list that is written whole; one that counts its versions refuses what was meant for another. */
function listStore(start: Record<string, Identifier[]>, compares?: true): Store {
  const lists = new Map(Object.entries(start).map(([id, list]) => [id, { list: [...list], version: 0 }]));
  const of = (id: string) => lists.get(id) ?? { list: [], version: 0 };
  return {
    ...(compares && { compares }),
    contact: (id) => contactWith(id, of(id).list),
    record: (id) => structuredClone(of(id)),
    kept: ({ record }) => (record as ReturnType<typeof of>).list,
    patch({ contact, record }, { identifiers = [], kept }) {
      const { list, version } = record as ReturnType<typeof of>; // What `record` gave.
      const now = of(contact.id);
      if (compares && version !== now.version) throw new CrmError({ code: 'conflict', stale: true });
      const change = changeList({
        kind: 'phone',
        entries: list,
        identifiersOf: (one) => [one],
        wanted: identifiers,
      });
      const next = kept ? (kept as Identifier[]) : change ? [...change.kept, ...change.added] : list;
      lists.set(contact.id, { list: next, version: now.version + 1 });
    },
  };
}

const fields = { phone: ['work', 'home', 'mobile'] };
const mapping = { fields, reading: { region } };

/** A few places, of which a write fills the first that it saw free. */
function slotStore(start: Record<string, Identifier[]>, free = fields.phone.length): Store {
  const rows = new Map(
    Object.entries(start).map(([id, list]) => {
      const row = Object.fromEntries(fields.phone.map((name, at) => [name, list[at]?.value ?? '']));
      for (const name of fields.phone.slice(list.length + free)) row[name] = 'ask reception';
      return [id, row] as [string, Record<string, string>];
    }),
  );
  return {
    contact: (id) => contactWith(id, readSlots(rows.get(id) ?? {}, fields, { region })),
    record: (id) => ({ ...rows.get(id) }),
    kept: ({ record }) => keptSlots(record as Record<string, string>, fields),
    patch({ contact, record }, change) {
      const row = rows.get(contact.id) ?? {};
      rows.set(contact.id, { ...row, ...slotChanges(record as Record<string, string>, change, mapping) });
    },
  };
}

/** A row each, added and removed one by one. */
function rowStore(start: Record<string, Identifier[]>): Store {
  const rows = new Map(Object.entries(start).map(([id, list]) => [id, [...list]]));
  return {
    contact: (id) => contactWith(id, rows.get(id) ?? []),
    record: () => null,
    patch({ contact }, { identifiers = [] }) {
      const has = (list: Identifier[], one: Identifier) => list.some((other) => sameIdentifier(one, other));
      const left = (rows.get(contact.id) ?? []).filter(
        (one) => has(identifiers, one) || !has(contact.identifiers, one),
      );
      rows.set(contact.id, [...left, ...identifiers.filter((one) => !has(contact.identifiers, one))]);
    },
  };
}

/** One of the two agents' own way to the CRM: every request waits for its turn. */
function writesOf(store: Store, order: Interleaving, who: number): RecordWrites {
  const ids = ['ada', 'ben'];
  const driver: RecordDriver<unknown> = {
    identifiers: ['phone'],
    get: (id) => order.turn(who, () => ({ contact: store.contact(id), record: store.record(id) })),
    find: async (identifier) =>
      ids
        .map((id) => store.contact(id))
        .filter(({ identifiers }) => identifiers.some((one) => sameIdentifier(one, identifier))),
    insert: async () => {
      throw new CrmError({ code: 'not-supported' });
    },
    patch: (read, change) => order.turn(who, () => store.patch(read, change)),
    ...(store.kept && { kept: store.kept }),
    refusesStale: () => store.compares ?? false,
  };
  return recordWrites(driver, undefined, order.pace(who));
}

interface Wish {
  ask(writes: RecordWrites, remark: () => void): Promise<unknown>;
  /** What must be so in the end. */
  has: [string, Identifier][];
  hasNot?: [string, Identifier][];
}
const options = (remark: () => void) => ({ key: 'k', remark });
const add = (identifier: Identifier): Wish => ({
  ask: (writes, remark) =>
    writes.assignIdentifier({ contactId: 'ada', identifier, mode: 'add' }, options(remark)),
  has: [['ada', identifier]],
});
const moveAway = (identifier: Identifier): Wish => ({
  ask: (writes, remark) =>
    writes.assignIdentifier({ contactId: 'ben', identifier, mode: 'move' }, options(remark)),
  has: [['ben', identifier]],
  hasNot: [['ada', identifier]],
});
const edit = (version: string, list: Identifier[]): Wish => ({
  ask: (writes, remark) => writes.updateContact('ada', { identifiers: list }, version, options(remark)),
  has: list.map((one) => ['ada', one]),
});
const addAndUndo = (identifier: Identifier): Wish => ({
  async ask(writes, remark) {
    const { assignmentId } = await writes.assignIdentifier(
      { contactId: 'ada', identifier, mode: 'add' },
      options(remark),
    );
    await writes.undoAssignment(assignmentId, { key: 'u', remark });
  },
  has: [],
  hasNot: [['ada', identifier]],
});

type Said = 'yes' | 'yes, but look' | 'no';

/** What each of two agents was told, and whether what they wanted is so, in every order of their requests. */
async function everyEnd(makeStore: () => Store, wishes: [Wish, Wish]) {
  const ends: { said: Said; so: boolean }[][] = [];
  const orders = await inEveryOrder(async (order) => {
    const store = makeStore();
    const said = await Promise.all(
      wishes.map(async ({ ask }, who): Promise<Said> => {
        let remarked = false;
        const asked = ask(writesOf(store, order, who), () => {
          remarked = true;
        });
        return asked.then(
          () => (remarked ? 'yes, but look' : 'yes'),
          (error: unknown) => {
            expect(error).toBeInstanceOf(CrmError);
            return 'no';
          },
        );
      }),
    );
    const carries = ([id, one]: [string, Identifier]) =>
      store.contact(id).identifiers.some((own) => sameIdentifier(own, one));
    ends.push(
      wishes.map(({ has, hasNot = [] }, who) => ({
        said: said[who] ?? 'no',
        so: has.every(carries) && !hasNot.some(carries),
      })),
    );
  });
  expect(ends).toHaveLength(orders);
  return ends;
}

const start = { ada: [first], ben: [] };
const version = contactWith('ada', [first]).version;
const stores: [string, () => Store][] = [
  ['a list that is replaced whole', () => listStore(start)],
  ['a few places', () => slotStore(start)],
  ['a row each', () => rowStore(start)],
  ['a list with a counted version', () => listStore(start, true)],
];
const pairs: [string, [Wish, Wish]][] = [
  ['add a number each', [add(second), add(third)]],
  ['add a number, and edit the list', [add(second), edit(version, [first, third])]],
  ['add a number, and take one off', [add(second), edit(version, [])]],
  ['add a number, and move another away', [add(second), moveAway(first)]],
  ['edit the list each', [edit(version, [first, second]), edit(version, [first, third])]],
];

describe.each(stores)('two agents and one contact, in a CRM that has %s', (_, makeStore) => {
  it.each(pairs)('who %s: never both are told yes while something of one is lost', async (__, wishes) => {
    const ends = await everyEnd(makeStore, wishes);
    expect(ends.length).toBeGreaterThan(20);
    const lost = ends.filter((end) => end.some(({ said, so }) => said !== 'no' && !so));
    // Where something is lost that was said to be saved, the other one was told to look, or told no.
    expect(lost.filter((end) => end.filter(({ said }) => said === 'yes').length > 1)).toEqual([]);
    // Both get what they want, unless one of them stood still in the middle, or changed what the other one saw before.
    const both = ends.filter((end) => end.every(({ said, so }) => said === 'yes' && so));
    expect(both.length).toBeGreaterThan(0);
  });
});

it('keeps what one adds while another adds and undoes', async () => {
  const ends = await everyEnd(() => listStore(start), [addAndUndo(second), add(third)]);
  const lost = ends.filter((end) => end.some(({ said, so }) => said !== 'no' && !so));
  expect(lost.filter((end) => end.filter(({ said }) => said === 'yes').length > 1)).toEqual([]);
});

it.each([
  ['a list that is replaced whole', () => listStore(start)],
  ['a few places', () => slotStore(start)],
] as const)('puts in order what was written over, in a CRM that has %s', async (_, makeStore) => {
  const ends = await everyEnd(makeStore, [add(second), add(third)]);
  // Nobody stood still for as long as a write is waited for: both are told yes, and both are right.
  const prompt = ends.filter((end) => end.every(({ said }) => said !== 'yes, but look'));
  expect(prompt.length).toBeGreaterThan(20);
  expect(prompt.filter((end) => end.some(({ said, so }) => said !== 'yes' || !so))).toEqual([]);
});

it('says no to the second of two who want the last free place', async () => {
  const ends = await everyEnd(() => slotStore(start, 1), [add(second), add(third)]);
  for (const end of ends) {
    const right = end.filter(({ said, so }) => said === 'yes' && so);
    expect(right.length).toBeLessThanOrEqual(1);
    if (!end.some(({ said }) => said === 'yes, but look')) expect(right).toHaveLength(1);
  }
});
