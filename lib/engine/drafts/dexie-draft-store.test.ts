import { IDBDatabase, IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openRaw, rawText } from '../cache/raw-database-for-tests.ts';
import { openDraftStore } from './dexie-draft-store.ts';
import type { OutboxOptions } from './rows-in-turn.ts';

const interaction = 'https://desk.example.com|sip-websocket|call-canary';
const values = { name: 'Canary Vauban', phone: '+33199004217' };
const canaries = ['Canary', 'canary', '33199004217', 'desk.example', 'create'];
const agentKey = crypto.getRandomValues(new Uint8Array(32));

function setUp() {
  const indexedDB = new IDBFactory();
  const open = (more: Partial<OutboxOptions> = {}) =>
    openDraftStore({ draftKey: agentKey, parts: { indexedDB, IDBKeyRange }, patience: 300, ...more });
  return { indexedDB, open };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('drafts on disk', () => {
  it('survive closing and opening, sealed and plain', async () => {
    for (const draftKey of [agentKey, null]) {
      const { open } = setUp();
      const before = open({ draftKey });
      await before.save(interaction, 'create', values);
      before.close();
      expect(await open({ draftKey }).load(interaction)).toEqual({ create: values });
    }
  });

  it('leave nothing readable on disk where the agent has a key', async () => {
    const { indexedDB, open } = setUp();
    const drafts = open();
    await drafts.save(interaction, 'create', values);
    await drafts.save('other-canary', 'create', values);
    await drafts.move('other-canary', 'third-canary');
    const text = await rawText(indexedDB, 'outbox');
    expect(text).toContain('drafts');
    for (const canary of canaries) expect(text).not.toContain(canary);
  });

  it('of one agent are kept, unread, while another works, and are there again afterwards', async () => {
    const { open } = setUp();
    const first = open();
    await first.save(interaction, 'create', values);
    first.close();
    for (const draftKey of [crypto.getRandomValues(new Uint8Array(32)), null]) {
      const other = open({ draftKey });
      expect(await other.load(interaction)).toEqual({});
      await other.save(interaction, 'create', { name: 'Ada' });
      await other.save(interaction, 'create', null);
      await other.move(interaction, 'elsewhere');
      other.close();
    }
    expect(await open().load(interaction)).toEqual({ create: values });
  });

  it('ask for strict durability', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await setUp().open().save(interaction, 'create', values);
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.length).toBeGreaterThan(0);
    for (const [, , how] of writes) expect(how).toEqual({ durability: 'strict' });
  });

  it('that cannot be kept reject, in words without what was typed, and the next one is kept', async () => {
    const { open } = setUp();
    const drafts = open();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Canary', 'QuotaExceededError');
    });
    const failure: unknown = await drafts.save(interaction, 'create', values).catch((error) => error);
    expect(String(failure)).toBe('Error: drafts: QuotaExceededError');
    put.mockRestore();
    await drafts.save(interaction, 'create', values);
    expect(await drafts.load(interaction)).toEqual({ create: values });
  });

  it('that are damaged do not hide the others, and stay', async () => {
    const { indexedDB, open } = setUp();
    const drafts = open({ draftKey: null });
    await drafts.save(interaction, 'create', values);
    await drafts.save(interaction, 'note', { text: 'x' });
    const raw = await openRaw(indexedDB, 'outbox');
    await raw.change('drafts', (row) =>
      String(row.id).includes('note')
        ? { ...row, plain: { form: 'note', values: { text: { deep: 1 } } } }
        : row,
    );
    expect(await drafts.load(interaction)).toEqual({ create: values });
    expect(await raw.count('drafts')).toBe(2);
    raw.close();
  });

  it('are neither lost nor touched when a newer version has added to the database', async () => {
    const { indexedDB, open } = setUp();
    const before = open();
    await before.save(interaction, 'create', values);
    before.close();
    const newer = await openRaw(indexedDB, 'outbox', 990, (db) => {
      db.createObjectStore('notes', { keyPath: 'id' });
    });
    newer.close();
    const after = open();
    expect(await after.load(interaction)).toEqual({ create: values });
    await after.save(interaction, 'note', { text: 'x' });
    expect(await after.load(interaction)).toEqual({ create: values, note: { text: 'x' } });
    const raw = await openRaw(indexedDB, 'outbox');
    expect(await raw.count('notes')).toBe(0);
    raw.close();
  });

  it('say that they are not kept while the database does not answer, and are kept once it does', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const { indexedDB, open } = setUp();
    const stubborn = await openRaw(indexedDB, 'outbox', 10, (db) => {
      db.createObjectStore('drafts', { keyPath: 'id' }).createIndex('group', 'group');
    });
    const request = indexedDB.deleteDatabase('outbox');
    const drafts = open();
    await expect(drafts.save(interaction, 'create', values)).rejects.toThrow('drafts: TimeUp');
    expect(await drafts.load(interaction)).toEqual({});
    stubborn.close();
    await vi.waitFor(() => expect(request.readyState).toBe('done'));
    await drafts.save(interaction, 'create', values);
    expect(await drafts.load(interaction)).toEqual({ create: values });
  });
});
