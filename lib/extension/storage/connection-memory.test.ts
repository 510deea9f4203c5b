import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StorageApi } from '../browser/storage-api.ts';
import { openConnectionMemory, wipeConnectionMemory } from './connection-memory.ts';

const api = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.

beforeEach(() => fakeBrowser.reset());

it('what one connection remembers is its own, and wiping it leaves what the others remember and hold', async () => {
  const [one, two] = [openConnectionMemory('one', 'print', api), openConnectionMemory('two', 'print', api)];
  await one.set('fields', ['name']);
  await two.set('fields', ['company']);
  await api.storage.session.set({ 'crm.one.credential': 'of one', 'crm.two.credential': 'of two' });
  expect([await one.get('fields'), await two.get('fields')]).toEqual([['name'], ['company']]);
  await wipeConnectionMemory('one', api);
  expect([await one.get('fields'), await two.get('fields')]).toEqual([undefined, ['company']]);
  expect(await api.storage.session.get(null)).toMatchObject({
    'crm.one.credential': 'of one',
    'crm.two.credential': 'of two',
  });
});

it('what one sign-in remembers is not for another of the same connection', async () => {
  await openConnectionMemory('one', 'ana', api).set('auth', 'TOKEN');
  expect(await openConnectionMemory('one', 'ben', api).get('auth')).toBeUndefined();
});
