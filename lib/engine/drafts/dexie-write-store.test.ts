import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { rawText } from '../cache/raw-database-for-tests.ts';
import { openDraftStore } from './dexie-draft-store.ts';
import { openWriteStore } from './dexie-write-store.ts';

const ana = crypto.getRandomValues(new Uint8Array(32));
const ben = crypto.getRandomValues(new Uint8Array(32));
const parts = () => ({ indexedDB: new IDBFactory(), IDBKeyRange });
const write = (name: string) => ({ owner: 'person-ana', command: { contact: { name } } });

it('gives back what was put, in order, the last of each id, and only to its own owner and key', async () => {
  const disk = parts();
  const store = openWriteStore({ draftKey: ana, parts: disk });
  await store.put('person-ana', '1', write('Mara'));
  await store.put('person-ana', '2', write('Noor'));
  await store.put('person-ana', '1', write('Mara Q.'));
  await store.put('another', '3', write('Zoe'));
  expect(await store.load('person-ana')).toEqual([write('Mara Q.'), write('Noor')]);
  await store.remove('person-ana', '1');
  store.close();
  expect(await openWriteStore({ draftKey: ana, parts: disk }).load('person-ana')).toEqual([write('Noor')]);
  expect(await openWriteStore({ draftKey: ben, parts: disk }).load('person-ana')).toEqual([]);
});

it('leaves nothing readable on disk where the agent has a key', async () => {
  const disk = parts();
  const store = openWriteStore({ draftKey: ana, parts: disk });
  await store.put('person-ana', 'id-canary', write('Canary Vauban'));
  const text = await rawText(disk.indexedDB, 'outbox');
  for (const word of ['Canary', 'person-ana', 'id-canary']) expect(text).not.toContain(word);
});

it('opens what an earlier version left, drafts and all', async () => {
  const disk = parts();
  const request = disk.indexedDB.open('outbox', 10);
  request.onupgradeneeded = () =>
    request.result.createObjectStore('drafts', { keyPath: 'id' }).createIndex('group', 'group');
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  request.result.close();
  const drafts = openDraftStore({ draftKey: ana, parts: disk });
  await drafts.save('call', 'note', { note: 'typed' });
  await openWriteStore({ draftKey: ana, parts: disk }).put('person-ana', '1', write('Mara'));
  expect(await drafts.load('call')).toEqual({ note: { note: 'typed' } });
});

it('rejects a put that the disk does not take, and names nothing of it', async () => {
  const broken = {
    indexedDB: {
      open: () => {
        throw new DOMException('Canary', 'QuotaExceededError');
      },
    },
  };
  const store = openWriteStore({
    draftKey: null,
    parts: { indexedDB: broken.indexedDB as unknown as IDBFactory, IDBKeyRange },
  });
  await expect(store.put('person-ana', '1', write('Canary'))).rejects.toThrow(/^writes: /);
  expect(await store.load('person-ana')).toEqual([]);
});
