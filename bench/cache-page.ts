import { Dexie, type Table } from 'dexie';
import type { Contact } from '../lib/domain/contact/contact.ts';
import { type Identifier, identifierKey } from '../lib/domain/contact/identifier.ts';
import { openContactCache } from '../lib/engine/cache/dexie-contact-cache.ts';

/** Milliseconds, one of each round. */
export interface CacheTimes {
  /** Two gets by key in a plain database of the same size: what no cache on disk can beat. */
  floor: number[];
  hit: number[];
  miss: number[];
  write: number[];
  /** A new connection, its keys and one hit. */
  cold: number[];
  /** The first search, which opens every row, and then one more. */
  search: [first: number, again: number];
}

/** Runs in a page of a real browser (bench/cache.ts). Floor and cache take turns, so that both meet the same machine. */
export async function measureCache(size: number, rounds: number): Promise<CacheTimes> {
  const contacts = Array.from({ length: size }, (_, index) => inventContact(index));
  const floor = await fillFloor(contacts);
  const options = {
    dataKey: crypto.getRandomValues(new Uint8Array(32)),
    patience: { answer: 60_000, rest: 0 },
  };
  const cache = openContactCache(options);
  await cache.putLookup({ kind: 'other', value: 'everybody' }, contacts, 1);

  const times: CacheTimes = { floor: [], hit: [], miss: [], write: [], cold: [], search: [0, 0] };
  for (let round = 0; round < rounds; round++) {
    const contact = contacts[Math.floor((round * size) / rounds)] ?? inventContact(0);
    const identifier = numberOf(contact);
    times.write.push(await timed(() => cache.putLookup(identifier, [contact], 2)));
    times.floor.push(await timed(() => floor.find(identifier)));
    times.hit.push(await timed(() => cache.findByIdentifier(identifier)));
    times.miss.push(await timed(() => cache.findByIdentifier({ kind: 'other', value: `${round}` })));
  }
  for (let round = 0; round < 20; round++) {
    const again = openContactCache(options);
    times.cold.push(await timed(() => again.findByIdentifier(numberOf(contacts[0] ?? inventContact(0)))));
    again.close();
  }
  times.search = [await timed(() => cache.search('dupont 7')), await timed(() => cache.search('dupont 9'))];
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function fillFloor(contacts: Contact[]) {
  const db = new Dexie('floor') as Dexie & {
    // Declared by the stores below.
    contacts: Table<Contact, string>;
    lookups: Table<{ key: string; ids: string[] }, string>;
  };
  db.version(1).stores({ contacts: 'id', lookups: 'key' });
  await db.contacts.bulkPut(contacts);
  await db.lookups.bulkPut(
    contacts.map((contact) => ({ key: identifierKey(numberOf(contact)), ids: [contact.id] })),
  );
  return {
    async find(identifier: Identifier) {
      const lookup = await db.lookups.get(identifierKey(identifier));
      return db.contacts.bulkGet(lookup?.ids ?? []);
    },
  };
}

function inventContact(index: number): Contact {
  return {
    id: `contact-${index}`,
    name: `Élodie Dupont ${index}`,
    kind: 'person',
    identifiers: [
      { kind: 'phone', value: `+3319900${String(index).padStart(6, '0')}` },
      { kind: 'email', value: `elodie.${index}@example.com` },
    ],
    fields: {
      company: 'Atelier Vauban',
      city: 'Nantes',
      jobTitle: 'Buyer',
      notes: 'Prefers the morning. '.repeat(10),
    },
    version: '1',
    updatedAt: '2026-11-02T09:00:00+01:00',
  };
}

function numberOf(contact: Contact): Identifier {
  return contact.identifiers[0] ?? { kind: 'other', value: contact.id };
}
