import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Crm } from '../../lib/crms/crm.ts';
import type { CrmMemory } from '../../lib/crms/crm-memory.ts';
import rest from '../../lib/crms/rest/connector.ts';
import type { Identifier } from '../../lib/domain/contact/identifier.ts';
import type { SafeCrmError } from '../../lib/domain/crm/crm-error.ts';
import type { DefinedStore } from './servers/definitions/defined-store.ts';

interface Trial {
  /** Of `lib/crms/definitions/`. */
  definition: string;
  store: () => DefinedStore;
  /** How many numbers it holds of one contact; undefined for any number. */
  holdsNumbers?: number;
  /** Numbers as they are typed, and names, that the store's own search does not see. */
  unseen?: string[];
  /** A field of its own that an agent may write, with a value that is not in it yet; `required`: it may not be emptied. */
  field: { key: string; value: string; required?: boolean };
}

/** Each as people type it, and how it is dialled; the last has its country in the record alone. */
const spellings = [
  { typed: '+442079460301', dialled: '+442079460301' },
  { typed: '020 7946 0302', dialled: '+442079460302' },
  { typed: '+44 20 7946 0303', dialled: '+442079460303' },
  { typed: '(020) 7946-0304', dialled: '+442079460304' },
  { typed: '0044 20.7946.0305', dialled: '+442079460305' },
  { typed: '020/7946-0306', dialled: '+442079460306' },
  { typed: '+44 (0)20 7946 0307', dialled: '+442079460307' },
  { typed: '+33 6 55 10 00 42', dialled: '+33655100042' },
  { typed: '+33.6.55.10.00.43', dialled: '+33655100043' },
  { typed: '0033655100044', dialled: '+33655100044' },
  { typed: '+1 (212) 555-0145', dialled: '+12125550145' },
  { typed: '+49 30 901821-46', dialled: '+493090182146' },
  { typed: '07700 900147', dialled: '+447700900147' },
];
/** Nobody has these, though many of their digits are somebody's: another country, one more, swapped, another last one. */
const strangers = [
  '+12079460301',
  '+4420794603010',
  '+442079463010',
  '+442079460390',
  '+33755100042',
  '+442179460302',
];

const phone = (value: string): Identifier => ({ kind: 'phone', value });

/** Tries a definition on a running store: finding, searching, writing, and what it must never do. */
export function tryDefinition({ definition, store, holdsNumbers, unseen = [], field }: Trial): void {
  const seen = spellings.filter(({ typed }) => !unseen.includes(typed));
  const path = new URL(`../../lib/crms/definitions/${definition}.json`, import.meta.url);
  const text = readFileSync(path, 'utf8');
  /** Signing in once is enough for all of it; each connection has a rate of its own. */
  const kept = new Map<string, unknown>();
  const memory: CrmMemory = {
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
  };
  const connect = (credential?: string): Crm => {
    const { settings } = store();
    return rest.connect({
      settings: rest.settings.parse({ ...settings, region: 'GB', definition: text }),
      credential: credential ?? store().credential,
      ...(credential === undefined && { memory }),
    });
  };
  const idsOf = async (identifier: Identifier) =>
    (await connect().findByIdentifier(identifier)).map(({ id }) => id).sort();
  let keys = 0;
  const options = () => ({ key: `try-${definition}-${keys++}` });
  const refused = (code: SafeCrmError['code']) => (error: { safe?: SafeCrmError }) =>
    error.safe?.code === code;

  test(`${definition}: who is signed in is told, and a wrong secret is no signing in`, async () => {
    const { agent } = await connect().session();
    assert.notEqual(agent.id, '');
    await assert.rejects(connect('not this one').session(), refused('signed-out'));
  });

  test(`${definition}: a number is found in every spelling, and no stranger by it`, async () => {
    const ids = new Map<string, string>();
    for (const [index, { typed, dialled }] of seen.entries()) {
      ids.set(dialled, await store().add({ first: 'Person', last: `Typed-${index}`, numbers: [typed] }));
    }
    for (const { typed, dialled } of seen) {
      assert.deepEqual(await idsOf(phone(dialled)), [ids.get(dialled)], `${dialled}, typed ${typed}`);
    }
    for (const number of strangers) assert.deepEqual(await idsOf(phone(number)), [], number);
  });

  test(`${definition}: a number without a country code is read in the country of its record`, async (context) => {
    if (!/"country"/.test(text)) return context.skip('This definition names no country.');
    const id = await store().add({
      first: 'Giulia',
      last: 'Roma',
      numbers: ['06 44556677'],
      country: 'Italy',
    });
    assert.deepEqual(await idsOf(phone('+390644556677')), [id]);
    assert.deepEqual(await idsOf(phone('+33644556677')), []);
  });

  test(`${definition}: second and third numbers find the same contact`, async () => {
    const numbers = ['020 7946 0311', '+44 7700 900312', '0044 20 7946 0313'];
    const id = await store().add({ first: 'Dana', last: 'Three-Numbers', numbers });
    for (const number of ['+442079460311', '+447700900312', '+442079460313']) {
      assert.deepEqual(await idsOf(phone(number)), [id], number);
    }
    const contact = await connect().getContact(id);
    assert.equal(contact?.identifiers.filter(({ kind }) => kind === 'phone').length, 3);
  });

  test(`${definition}: two who share a number are both found`, async () => {
    const first = await store().add({ first: 'Ann', last: 'Shared', numbers: ['020 7946 0321'] });
    const second = await store().add({ first: 'Ben', last: 'Shared', numbers: ['+44 20 7946 0321'] });
    assert.deepEqual(await idsOf(phone('+442079460321')), [first, second].sort());
  });

  test(`${definition}: an address is found in capitals and small letters`, async () => {
    const id = await store().add({ first: 'Ngozi', last: 'Okafor', email: 'Ngozi.Okafor@Example.com' });
    assert.deepEqual(await idsOf({ kind: 'email', value: 'ngozi.okafor@example.com' }), [id]);
    assert.deepEqual(await idsOf({ kind: 'email', value: 'ngozi-okafor@example.com' }), []);
  });

  test(`${definition}: somebody behind many whose numbers look alike is found, over all pages`, async () => {
    // The last six digits are the same, in other area codes.
    for (let count = 0; count < 12; count += 1) {
      const area = String(20 + count);
      await store().add({ first: 'Same', last: `Tail-${count}`, numbers: [`+44 1${area}3 460331`] });
    }
    const id = await store().add({ first: 'Last', last: 'Of-Many', numbers: ['020 7946 0331'] });
    assert.deepEqual(await idsOf(phone('+442079460331')), [id]);
  });

  test(`${definition}: who has neither a first name nor a number is read, and found by name with its accents`, async () => {
    const id = await store().add({ last: 'Müller-Łukaszewicz' });
    const contact = await connect().getContact(id);
    assert.equal(contact?.name, 'Müller-Łukaszewicz');
    assert.deepEqual(contact?.identifiers, []);
    const { contacts: found } = await connect().search('Łukaszewicz');
    assert.deepEqual(
      found.map((one) => one.id),
      [id],
    );
    assert.deepEqual((await connect().search('Nobody-of-this-name')).contacts, []);
  });

  test(`${definition}: a first and a last name together find their person`, async () => {
    for (const last of ['Byrne', "O'Connor"].filter((one) => !unseen.includes(one))) {
      const id = await store().add({ first: 'Sinéad', last, numbers: ['020 7946 0341'] });
      const { contacts: found } = await connect().search(`Sinéad ${last}`);
      assert.deepEqual(
        found.map((one) => one.id),
        [id],
      );
    }
  });

  test(`${definition}: a ContactID that is none is not there, and none that is one is guessed`, async () => {
    for (const id of ['999999', 'CUST-00042', '0', '', '12x999999']) {
      assert.equal(await connect().getContact(id), null, id);
    }
  });

  test(`${definition}: a contact is created once, as it is read back, with what the definition adds`, async () => {
    const crm = connect();
    const given = {
      name: "Sinéad O'Connor-Neu",
      kind: 'person' as const,
      identifiers: [phone('+442079460351'), { kind: 'email' as const, value: 'neu@example.com' }],
      fields: { [field.key]: field.value },
    };
    const write = options();
    const created = await crm.createContact(given, write);
    assert.equal(created.name, given.name);
    assert.equal((await crm.createContact(given, write)).id, created.id);
    assert.deepEqual(await idsOf(phone('+442079460351')), [created.id]);
    const held = await store().holds(created.id);
    for (const one of ['neu@example.com', field.value]) assert.ok(held.includes(one), `${one} in ${held}`);
    const other = { ...given, name: 'Somebody Else', identifiers: [phone('+442079460351')] };
    await assert.rejects(crm.createContact(other, options()), refused('conflict'));
  });

  test(`${definition}: a field is changed and emptied, and nothing beside it`, async () => {
    const id = await store().add({ first: 'Paul', last: 'Changed', numbers: ['020 7946 0361'] });
    const crm = connect();
    const before = await crm.getContact(id);
    assert.ok(before);
    const value = `${field.value} B`;
    const after = await crm.updateContact(id, { fields: { [field.key]: value } }, before.version, options());
    assert.equal(after.fields[field.key], value);
    const held = await store().holds(id);
    assert.ok(held.includes('020 7946 0361') && held.includes(value), String(held));
    const empty = crm.updateContact(id, { fields: { [field.key]: null } }, after.version, options());
    if (field.required) await assert.rejects(empty, refused('invalid'));
    else assert.equal((await empty).fields[field.key], undefined);
    await assert.rejects(
      crm.updateContact(id, { name: 'Too Late' }, 'another version', options()),
      refused('conflict'),
    );
  });

  test(`${definition}: numbers are added until no place is left, moved to another, and put back`, async () => {
    const id = await store().add({ first: 'Maud', last: 'Collects', numbers: ['020 7946 0371'] });
    const other = await store().add({ first: 'Otto', last: 'Receives' });
    const crm = connect();
    const most = holdsNumbers ?? 5;
    for (let count = 1; count < most; count += 1) {
      const identifier = phone(`+44770090037${count}`);
      await crm.assignIdentifier({ contactId: id, identifier, mode: 'add' }, options());
      assert.deepEqual(await idsOf(identifier), [id]);
    }
    assert.equal((await store().holds(id)).filter((one) => /^\+44770090037\d$/.test(one)).length, most - 1);
    if (holdsNumbers !== undefined) {
      const identifier = phone('+447700900379');
      await assert.rejects(
        crm.assignIdentifier({ contactId: id, identifier, mode: 'add' }, options()),
        (error: { safe?: SafeCrmError }) => error.safe?.reason === 'no-slot',
      );
    }
    const last = phone(`+44770090037${most - 1}`);
    const moved = await crm.assignIdentifier({ contactId: other, identifier: last, mode: 'move' }, options());
    assert.deepEqual(await idsOf(last), [other]);
    await crm.undoAssignment(moved.assignmentId, options());
    assert.deepEqual(await idsOf(last), [id]);
    assert.ok((await store().holds(id)).includes('020 7946 0371'));
  });

  test(`${definition}: the fields that the store tells of are shown, each once`, async () => {
    const { fields } = await connect().workspace();
    const keys = fields.map(({ key }) => key);
    assert.ok(keys.includes(field.key), keys.join());
    assert.equal(new Set(keys).size, keys.length);
  });
}
