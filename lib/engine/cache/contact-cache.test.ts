import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import type { CacheLimits } from './cache-limits.ts';
import type { ContactCache } from './contact-cache.ts';
import { openContactCache } from './dexie-contact-cache.ts';
import { createMemoryContactCache } from './memory-contact-cache.ts';

const phone: Identifier = { kind: 'phone', value: '+33199004217' };
const email: Identifier = { kind: 'email', value: 'elodie@vauban.example.com' };

function contact(id: string, more: Partial<Contact> = {}): Contact {
  return {
    id,
    name: `Contact ${id}`,
    kind: 'person',
    identifiers: [{ ...phone }],
    fields: {},
    version: '1',
    updatedAt: '2026-11-02T09:00:00+01:00',
    ...more,
  };
}

const implementations: [string, (limits?: CacheLimits) => ContactCache][] = [
  ['in memory', (limits) => createMemoryContactCache(limits)],
  [
    'on disk',
    (limits) =>
      openContactCache({
        dataKey: crypto.getRandomValues(new Uint8Array(32)),
        parts: { indexedDB: new IDBFactory(), IDBKeyRange },
        ...(limits && { limits }),
      }),
  ],
];

describe.each(implementations)('a contact cache %s', (_, create) => {
  it('knows nothing at first', async () => {
    const cache = create();
    expect(await cache.getContact('1')).toBeUndefined();
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
    expect((await cache.search('contact')).contacts).toEqual([]);
  });

  it('gives back a lookup, its contacts in their order, and when it was', async () => {
    const cache = create();
    await cache.putLookup(phone, [contact('2'), contact('1')], 1_000);
    expect(await cache.findByIdentifier(phone)).toEqual({
      contacts: [contact('2'), contact('1')],
      at: 1_000,
    });
    expect(await cache.getContact('1')).toEqual({ contact: contact('1'), at: 1_000 });
  });

  it('tells a remembered miss from what it does not know', async () => {
    const cache = create();
    await cache.putLookup(phone, [], 1_000);
    expect(await cache.findByIdentifier(phone)).toEqual({ contacts: [], at: 1_000 });
    expect(await cache.findByIdentifier(email)).toBeUndefined();
  });

  it('keeps apart equal values of another kind or scope', async () => {
    const cache = create();
    await cache.putLookup({ kind: 'facebook', value: '77', scope: 'page-1' }, [contact('1')], 1);
    expect(await cache.findByIdentifier({ kind: 'facebook', value: '77', scope: 'page-2' })).toBeUndefined();
    expect(await cache.findByIdentifier({ kind: 'other', value: '77', scope: 'page-1' })).toBeUndefined();
  });

  it('is not changed by what a caller does to its objects, before or after', async () => {
    const cache = create();
    const given = contact('1');
    const put = cache.putLookup(phone, [given], 1);
    given.name = 'Somebody else';
    await put;
    const found = await cache.getContact('1');
    if (found) found.contact.name = 'Somebody else';
    const [searched] = (await cache.search('contact 1')).contacts;
    if (searched) searched.name = 'Somebody else';
    expect((await cache.getContact('1'))?.contact.name).toBe('Contact 1');
    expect((await cache.search('contact 1')).contacts.map(({ name }) => name)).toEqual(['Contact 1']);
  });

  it('shows the newest copy of a contact in every lookup that names it', async () => {
    const cache = create();
    await cache.putLookup(phone, [contact('1')], 1);
    await cache.putContact(contact('1', { name: 'New name' }), 2);
    expect(await cache.findByIdentifier(phone)).toEqual({
      contacts: [contact('1', { name: 'New name' })],
      at: 1,
    });
  });

  it('drops the lookup of an identifier that a contact gained, however it is spelt', async () => {
    const cache = create();
    await cache.putContact(contact('1', { identifiers: [] }), 1);
    await cache.putLookup(phone, [], 1);
    await cache.putLookup(email, [], 1);
    await cache.putContact(contact('1', { identifiers: [{ kind: 'phone', value: '01 99 00 42 17' }] }), 2);
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
    expect(await cache.findByIdentifier(email)).toEqual({ contacts: [], at: 1 });
  });

  it('drops the lookup of an identifier that a contact lost', async () => {
    const cache = create();
    await cache.putLookup(phone, [contact('1')], 1);
    await cache.putContact(contact('1', { identifiers: [] }), 2);
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
  });

  it('does not give fewer contacts than the CRM named when one of them was forgotten', async () => {
    const cache = create();
    await cache.putLookup(phone, [contact('1'), contact('2')], 1);
    await cache.forgetContact('1');
    expect(await cache.getContact('1')).toBeUndefined();
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
    await cache.putContact(contact('1'), 2);
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
    expect((await cache.search('contact')).contacts.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('forgets a contact that is still being written, and searches no more', async () => {
    const cache = create();
    await cache.putContact(contact('2'), 1);
    const put = cache.putLookup(phone, [contact('1')], 1);
    const searched = cache.search('contact');
    await Promise.all([put, searched, cache.forgetContact('1')]);
    expect(await cache.getContact('1')).toBeUndefined();
    expect((await cache.search('contact')).contacts.map(({ id }) => id)).toEqual(['2']);
  });

  it('lets nothing that was put before a clear come back after it', async () => {
    const cache = create();
    const puts = [
      cache.putLookup(phone, [contact('1')], 1),
      cache.putContact(contact('2'), 1),
      cache.putLookup(email, [], 1),
    ];
    const cleared = cache.clear();
    const later = cache.putContact(contact('3'), 2);
    await Promise.all([...puts, cleared, later]);
    expect(await cache.getContact('1')).toBeUndefined();
    expect(await cache.getContact('2')).toBeUndefined();
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
    expect(await cache.findByIdentifier(email)).toBeUndefined();
    expect((await cache.search('contact')).contacts.map(({ id }) => id)).toEqual(['3']);
  });

  it('drops rows older than asked, and only those', async () => {
    const cache = create();
    await cache.putLookup(phone, [contact('1')], 1_000);
    await cache.putLookup(email, [contact('2')], 2_000);
    expect((await cache.search('contact')).contacts).toHaveLength(2);
    await cache.prune(2_000);
    expect(await cache.getContact('1')).toBeUndefined();
    expect(await cache.findByIdentifier(phone)).toBeUndefined();
    expect((await cache.findByIdentifier(email))?.at).toBe(2_000);
    expect((await cache.search('contact')).contacts.map(({ id }) => id)).toEqual(['2']);
  });

  it('keeps no more contacts and no more lookups than its cap, the newest', async () => {
    const cache = create({ contacts: 3 });
    await cache.search('contact');
    for (const at of [5, 1, 4, 2, 3]) {
      await cache.putLookup({ kind: 'other', value: `${at}` }, [contact(`${at}`)], at);
    }
    const kept = (await cache.search('contact')).contacts.map(({ id }) => id);
    expect(kept.sort()).toEqual(['3', '4', '5']);
    for (const at of [1, 2]) {
      expect(await cache.getContact(`${at}`)).toBeUndefined();
      expect(await cache.findByIdentifier({ kind: 'other', value: `${at}` })).toBeUndefined();
    }
  });

  it('searches names, companies, cities and numbers, at most twenty', async () => {
    const cache = create();
    await cache.putContact(
      contact('1', { name: 'Élodie Núñez', fields: { company: 'Vauban', city: 'Köln' } }),
      1,
    );
    for (let index = 0; index < 25; index++) await cache.putContact(contact(`n${index}`), 1);
    expect((await cache.search('koln nunez')).contacts.map(({ id }) => id)).toEqual(['1']);
    expect((await cache.search('01 99 00 42 17')).contacts).toHaveLength(20);
    await cache.putContact(contact('1', { name: 'Élodie Petit' }), 2);
    expect((await cache.search('nunez')).contacts).toEqual([]);
    expect((await cache.search('petit')).contacts.map(({ id }) => id)).toEqual(['1']);
  });
});
