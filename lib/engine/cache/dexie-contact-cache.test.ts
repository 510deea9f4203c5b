import { IDBDatabase, IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { type ContactCacheOptions, openContactCache } from './dexie-contact-cache.ts';
import { openRaw, rawText } from './raw-database-for-tests.ts';

const phone: Identifier = { kind: 'phone', value: '+33199004217' };
const canaries = ['Canary', 'canary', '33199004217', '99004217', 'vauban', 'crm-4711', 'Nantes'];
const contact: Contact = {
  id: 'crm-4711',
  name: 'Canary Vauban',
  kind: 'person',
  identifiers: [phone, { kind: 'email', value: 'canary@vauban.example.com' }],
  fields: { company: 'Canary & Cie', city: 'Nantes' },
  version: '1',
  updatedAt: '2026-11-02T09:00:00+01:00',
};
const dataKey = crypto.getRandomValues(new Uint8Array(32));
const patience = { answer: 300, rest: 50 };

function setUp(more: Partial<ContactCacheOptions> = {}) {
  const indexedDB = new IDBFactory();
  const open = (again: Partial<ContactCacheOptions> = {}) =>
    openContactCache({ dataKey, parts: { indexedDB, IDBKeyRange }, patience, ...more, ...again });
  return { indexedDB, open };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the contact cache on disk', () => {
  it('leaves no name, number, address or ContactID on disk', async () => {
    const { indexedDB, open } = setUp();
    const cache = open();
    await cache.putLookup(phone, [contact], 1);
    await cache.putLookup({ kind: 'username', value: 'canary' }, [], 1);
    await cache.putContact({ ...contact, name: 'Canary Moreau' }, 2);
    expect((await cache.search('canary')).contacts).toHaveLength(1);
    const text = await rawText(indexedDB, 'cache');
    expect(text).toContain('contacts');
    for (const canary of canaries) expect(text).not.toContain(canary);
  });

  it('still knows after a restart what it knew, under the same key', async () => {
    const { open } = setUp();
    const before = open();
    await before.putLookup(phone, [contact], 7);
    before.close();
    expect(await open().findByIdentifier(phone)).toEqual({ contacts: [contact], at: 7 });
  });

  it('drops every row that was made under another key', async () => {
    const { indexedDB, open } = setUp();
    const before = open();
    await before.putLookup(phone, [contact], 1);
    before.close();
    const after = open({ dataKey: crypto.getRandomValues(new Uint8Array(32)) });
    expect(await after.findByIdentifier(phone)).toBeUndefined();
    expect((await after.search('canary')).contacts).toEqual([]);
    const raw = await openRaw(indexedDB, 'cache');
    expect(await raw.count('contacts')).toBe(0);
    expect(await raw.count('lookups')).toBe(0);
    raw.close();
  });

  it('takes damaged rows for misses, and mends them with the next write', async () => {
    const { indexedDB, open } = setUp();
    const cache = open();
    await cache.putLookup(phone, [contact], 1);
    const raw = await openRaw(indexedDB, 'cache');
    await raw.change('contacts', (row) => ({ ...row, data: new Uint8Array([1, 2, 3]) }));
    expect(await cache.getContact(contact.id)).toBeUndefined();
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
    expect((await cache.search('canary')).contacts).toEqual([]);
    await raw.change('lookups', (row) => ({ ...row, iv: 'garbage', data: null }));
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
    raw.close();
    await cache.putLookup(phone, [contact], 2);
    expect(await cache.findByIdentifier(phone)).toEqual({ contacts: [contact], at: 2 });
  });

  it('does not open a row that was put in the place of another', async () => {
    const { indexedDB, open } = setUp();
    const cache = open();
    await cache.putContact(contact, 1);
    await cache.putContact({ ...contact, id: 'crm-2', name: 'Somebody else' }, 1);
    const raw = await openRaw(indexedDB, 'cache');
    const rows = await raw.all('contacts');
    const [first, second] = rows;
    await raw.change('contacts', (row) => {
      const other = row.key === first?.key ? second : first;
      return { ...row, iv: other?.iv, data: other?.data };
    });
    raw.close();
    expect(await cache.getContact(contact.id)).toBeUndefined();
    expect(await cache.getContact('crm-2')).toBeUndefined();
  });

  it('answers with nobody else where a lookup was made to lead to another row', async () => {
    const { indexedDB, open } = setUp();
    const cache = open();
    await cache.putContact({ ...contact, id: 'crm-2', name: 'Somebody else' }, 1);
    const raw = await openRaw(indexedDB, 'cache');
    const [other] = await raw.all('contacts');
    await cache.putLookup(phone, [contact], 1);
    expect(await cache.findByIdentifier(phone)).toBeDefined();
    await raw.change('lookups', (row) => ({ ...row, refs: [other?.key] }));
    raw.close();
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
  });

  it('builds anew what has the wrong stores or a newer version', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const { indexedDB, open } = setUp();
    const raw = await openRaw(indexedDB, 'cache', 990, (db) => {
      db.createObjectStore('contacts', { keyPath: 'other' });
    });
    raw.close();
    const cache = open();
    await cache.putLookup(phone, [contact], 1);
    expect(await cache.findByIdentifier(phone)).toEqual({ contacts: [contact], at: 1 });
  });

  it('goes on after the database was deleted under it', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const { indexedDB, open } = setUp();
    const cache = open();
    await cache.putLookup(phone, [contact], 1);
    await deleteDatabase(indexedDB, 'cache');
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
    await cache.putLookup(phone, [contact], 2);
    expect(await cache.findByIdentifier(phone)).toEqual({ contacts: [contact], at: 2 });
  });

  it('is empty again when the disk is full, and reports no error', async () => {
    const { open } = setUp();
    const cache = open();
    await cache.putLookup(phone, [contact], 1);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await cache.putContact(contact, 2);
    put.mockRestore();
    await vi.waitFor(async () => {
      await cache.putLookup(phone, [contact], 3);
      expect(await cache.findByIdentifier(phone)).toEqual({ contacts: [contact], at: 3 });
    });
  });

  it('answers with misses while a blocked deletion keeps it out, and works again afterwards', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const { indexedDB, open } = setUp();
    const stubborn = await openRaw(indexedDB, 'cache', 10, (db) => {
      db.createObjectStore('something');
    });
    const deleted = deleteDatabase(indexedDB, 'cache');
    const cache = open();
    await cache.putLookup(phone, [contact], 1);
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
    stubborn.close();
    await deleted;
    await vi.waitFor(async () => {
      await cache.putLookup(phone, [contact], 2);
      expect(await cache.findByIdentifier(phone)).toEqual({ contacts: [contact], at: 2 });
    });
  });

  it('does not bring back what it could not erase', async () => {
    const { indexedDB, open } = setUp();
    const cache = open();
    await cache.putLookup(phone, [contact], 1);
    const stuck = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    const gone = vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    await cache.forgetContact(contact.id);
    stuck.mockRestore();
    gone.mockRestore();
    await vi.waitFor(async () => {
      expect(await cache.getContact(contact.id)).toBeUndefined();
      await cache.putLookup({ kind: 'other', value: 'x' }, [], 1);
      expect(await cache.findByIdentifier({ kind: 'other', value: 'x' })).toBeDefined();
    });
    expect(await cache.getContact(contact.id)).toBeUndefined();
  });

  it.each(['clear', 'forgetContact'] as const)(
    'lets no write that hung come back after %s',
    async (erase) => {
      const { open } = setUp();
      const cache = open();
      await cache.putLookup({ kind: 'other', value: 'x' }, [], 1);
      const hung = Promise.withResolvers<void>();
      const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
      const spy = vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(async (...parts) => {
        await hung.promise;
        return encrypt(...parts);
      });
      await cache.putContact(contact, 1);
      await cache[erase](contact.id);
      hung.resolve();
      spy.mockRestore();
      await vi.waitFor(async () => {
        await cache.putLookup({ kind: 'other', value: 'y' }, [], 2);
        expect(await cache.findByIdentifier({ kind: 'other', value: 'y' })).toBeDefined();
      });
      expect(await cache.getContact(contact.id)).toBeUndefined();
      expect((await cache.search('canary')).contacts).toEqual([]);
    },
  );

  it('answers with misses where there is no IndexedDB at all', async () => {
    const cache = openContactCache({
      dataKey,
      patience,
      parts: { indexedDB: undefined as unknown as IDBFactory, IDBKeyRange },
    });
    await cache.putLookup(phone, [contact], 1);
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
    expect((await cache.search('canary')).contacts).toEqual([]);
    await cache.clear();
  });

  it('answers with misses where there is no WebCrypto, as in an insecure page', async () => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new TypeError('no WebCrypto'));
    const cache = setUp().open();
    await cache.putLookup(phone, [contact], 1);
    expect((await cache.search('canary')).contacts).toEqual([]);
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
    await cache.clear();
  });

  it('asks for relaxed durability, since what it holds may be lost', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await setUp().open().putContact(contact, 1);
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.length).toBeGreaterThan(0);
    for (const [, , how] of writes) expect(how).toEqual({ durability: 'relaxed' });
  });

  it('prunes thousands of rows', async () => {
    const { open } = setUp({ patience: { answer: 20_000, rest: 50 } });
    const cache = open();
    const many = Array.from({ length: 1_100 }, (_, index) => ({ ...contact, id: `c${index}` }));
    await cache.putLookup(phone, many, 1);
    await cache.putContact({ ...contact, id: 'kept' }, 5);
    await cache.prune(5);
    expect((await cache.search('canary')).contacts.map(({ id }) => id)).toEqual(['kept']);
  });
});

function deleteDatabase(indexedDB: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
