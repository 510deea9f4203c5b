import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Contact } from '../../domain/contact/contact.ts';
import { openContactCache } from '../../engine/cache/dexie-contact-cache.ts';
import { openDraftStore } from '../../engine/drafts/dexie-draft-store.ts';
import { openWriteStore } from '../../engine/drafts/dexie-write-store.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { loadDataKey, rotateDataKey } from '../storage/data-key.ts';
import { createAgentStores } from './agent-stores.ts';
import { createConnectionStores } from './connection-stores.ts';
import { createRotatingCache } from './rotating-cache.ts';

const api = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.
const crm = 'companion';
const contact: Contact = {
  id: 'c1',
  name: 'Élodie Marchand',
  kind: 'person',
  identifiers: [],
  fields: {},
  version: '1',
  updatedAt: '2026-11-20T12:00:00Z',
};

beforeEach(() => fakeBrowser.reset());

describe('the data key', () => {
  it('stays the same for every worker, is 32 random bytes, and lives in the session only', async () => {
    const key = await loadDataKey(crm, api);
    expect(key).toHaveLength(32);
    expect(await loadDataKey(crm, api)).toEqual(key);
    expect(new Set(key).size).toBeGreaterThan(10);
    expect(await api.storage.local.get(null)).toEqual({});
  });

  it('is another one after it was rotated', async () => {
    const key = await loadDataKey(crm, api);
    const fresh = await rotateDataKey(crm, api);
    expect(fresh).not.toEqual(key);
    expect(await loadDataKey(crm, api)).toEqual(fresh);
  });
});

describe('the rotating cache', () => {
  it('forgets everything when its key is rotated, and goes on', async () => {
    const open = (dataKey: Uint8Array) => openContactCache({ dataKey, databaseName: 'rotating' });
    const cache = createRotatingCache(open, loadDataKey(crm, api));
    await cache.putContact(contact, 1);
    expect(await cache.getContact('c1')).toEqual({ contact, at: 1 });
    await cache.rotate(await rotateDataKey(crm, api));
    expect(await cache.getContact('c1')).toBeUndefined();
    await cache.putContact(contact, 2);
    expect(await cache.getContact('c1')).toEqual({ contact, at: 2 });
  });
});

describe('the stores of several connections', () => {
  it('are apart: emptying or rotating the copies of one leaves the other’s', async () => {
    const stores = createConnectionStores(api);
    const [one, two] = [stores.of('one').cache, stores.of('two').cache];
    expect(stores.of('one').cache).toBe(one);
    const both = async () => [await one.getContact('c1'), await two.getContact('c1')];
    await Promise.all([one.putContact(contact, 1), two.putContact({ ...contact, name: 'Another' }, 2)]);
    expect(await both()).toMatchObject([{ contact }, { contact: { name: 'Another' } }]);
    await stores.of('one').forgetCache();
    expect(await both()).toMatchObject([undefined, { at: 2 }]);
    await one.putContact(contact, 3);
    await stores.clearCache('two');
    expect(await both()).toMatchObject([{ at: 3 }, undefined]);
    await two.putContact(contact, 4);
    await stores.clearCache();
    expect(await both()).toEqual([undefined, undefined]);
  });
});

describe('the agent’s drafts', () => {
  const ana = btoa('a'.repeat(32));
  const ben = btoa('b'.repeat(32));
  const create = (databaseName = `drafts-${crypto.randomUUID()}`) =>
    createAgentStores((draftKey) => ({
      drafts: openDraftStore({ draftKey, databaseName }),
      writes: openWriteStore({ draftKey, databaseName }),
    }));

  it('are not kept while nobody is signed in, and it says so', async () => {
    const { drafts, writes } = create();
    await expect(drafts.save('a', 'create', { name: 'x' })).rejects.toThrow('nobody is signed in');
    await expect(writes.put('ana', 'id', { name: 'x' })).rejects.toThrow('nobody is signed in');
    expect(await drafts.load('a')).toEqual({});
    expect(await writes.load('ana')).toEqual([]);
  });

  it('are the signed-in agent’s own: out of sight for another, there again for the same', async () => {
    const { drafts, writes, open, close } = create();
    open(ana);
    await drafts.save('a', 'create', { name: 'typed by Ana' });
    await writes.put('ana', 'id', { name: 'sent by Ana' });
    close();
    expect(await drafts.load('a')).toEqual({});
    expect(await writes.load('ana')).toEqual([]);
    open(ben);
    expect(await drafts.load('a')).toEqual({});
    expect(await writes.load('ana')).toEqual([]);
    open(ana);
    expect(await drafts.load('a')).toEqual({ create: { name: 'typed by Ana' } });
    expect(await writes.load('ana')).toEqual([{ name: 'sent by Ana' }]);
  });
});
