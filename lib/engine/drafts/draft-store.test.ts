import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openDraftStore } from './dexie-draft-store.ts';
import type { DraftStore } from './draft-store.ts';
import { createMemoryDraftStore } from './memory-draft-store.ts';

function onDisk(draftKey: Uint8Array | null): DraftStore {
  return openDraftStore({ draftKey, parts: { indexedDB: new IDBFactory(), IDBKeyRange } });
}

const implementations: [string, () => DraftStore][] = [
  ['in memory', createMemoryDraftStore],
  ['on disk, sealed', () => onDisk(crypto.getRandomValues(new Uint8Array(32)))],
  ['on disk, plain', () => onDisk(null)],
];

describe.each(implementations)('a draft store %s', (_, create) => {
  it('keeps drafts apart by interaction and form', async () => {
    const drafts = create();
    await drafts.save('a', 'create', { name: 'Zoë' });
    await drafts.save('a', 'note', { text: 'later', done: false, count: 2, list: ['x'], none: null });
    await drafts.save('b', 'create', { name: 'Ada' });
    expect(await drafts.load('a')).toEqual({
      create: { name: 'Zoë' },
      note: { text: 'later', done: false, count: 2, list: ['x'], none: null },
    });
    expect(await drafts.load('b')).toEqual({ create: { name: 'Ada' } });
    expect(await drafts.load('c')).toEqual({});
  });

  it('keeps what was saved last, in the order asked for', async () => {
    const drafts = create();
    await Promise.all(['Z', 'Zo', 'Zoë'].map((name) => drafts.save('a', 'create', { name })));
    expect(await drafts.load('a')).toEqual({ create: { name: 'Zoë' } });
  });

  it('removes a draft on null and leaves the others', async () => {
    const drafts = create();
    await drafts.save('a', 'create', { name: 'Zoë' });
    await drafts.save('a', 'note', { text: 'x' });
    await drafts.save('a', 'create', null);
    await drafts.save('never', 'create', null);
    expect(await drafts.load('a')).toEqual({ note: { text: 'x' } });
  });

  it('moves every draft to another interaction', async () => {
    const drafts = create();
    await drafts.save('b', 'other', { text: 'there' });
    await drafts.save('a', 'create', { name: 'Zoë' });
    await drafts.save('a', 'note', { text: 'x' });
    await drafts.move('a', 'b');
    expect(await drafts.load('a')).toEqual({});
    expect(await drafts.load('b')).toEqual({
      create: { name: 'Zoë' },
      note: { text: 'x' },
      other: { text: 'there' },
    });
    await drafts.move('b', 'b');
    await drafts.move('nothing', 'b');
    expect(Object.keys(await drafts.load('b'))).toHaveLength(3);
  });

  it('is not changed by what a caller does to its objects', async () => {
    const drafts = create();
    const values = { list: ['x'] };
    const saved = drafts.save('a', 'create', values);
    values.list.push('y');
    await saved;
    const loaded = await drafts.load('a');
    Object.assign(loaded.create ?? {}, { list: ['z'] });
    expect(await drafts.load('a')).toEqual({ create: { list: ['x'] } });
  });
});
