import type { Contact } from '../../domain/contact/contact.ts';
import { questionKey } from '../../domain/contact/identifier.ts';
import { withoutVia } from '../../domain/contact/without-via.ts';
import type { Found } from '../../domain/search/found.ts';
import {
  CacheDatabase,
  deleteInChunks,
  deleteOldest,
  dropForeignRows,
  type IndexedDbParts,
} from './cache-database.ts';
import { type CacheLimits, defaultCacheLimits } from './cache-limits.ts';
import { createCacheRows } from './cache-rows.ts';
import type { ContactCache } from './contact-cache.ts';
import { type ContactSearchIndex, loadSearchIndex } from './contact-search-index.ts';
import { createDisposableDatabase, type Patience } from './disposable-database.ts';
import { changedLooseKeys } from './loose-key.ts';
import { createRowCipher } from './row-cipher.ts';

export interface ContactCacheOptions {
  /** 32 random bytes, kept in memory only. Rows made under another key are dropped at the first use. */
  dataKey: Uint8Array;
  databaseName?: string;
  limits?: CacheLimits;
  /** Where there is no global IndexedDB, and in tests. */
  parts?: IndexedDbParts;
  patience?: Patience;
}

/** What a search finds that failed. */
const nobody: Found = { contacts: [] };
/** Rows read at once for the search. */
const searchPage = 500;

/** A cache on disk, and the end of this connection to it; what is on disk stays. */
export interface OpenContactCache extends ContactCache {
  close(): void;
}

/**
 * The contact cache on disk: every row sealed, found by an HMAC only. Opens at once, since opening takes longer than all
 * that a pop needs of it. One connection should write; writes of one cache take effect in the order in which they were asked
 * for, and none that was asked for before a `clear` takes effect after it.
 */
export function openContactCache(options: ContactCacheOptions): OpenContactCache {
  const limit = (options.limits ?? defaultCacheLimits).contacts;
  const rows = createRowCipher(options.dataKey, 'cache').then((cipher) => ({
    cipher,
    ...createCacheRows(cipher),
  }));
  // Without WebCrypto (an insecure page) every use fails and is a miss; nothing else is to be reported.
  rows.catch(() => undefined);
  const database = createDisposableDatabase(
    () => new CacheDatabase(options.databaseName ?? 'cache', options.parts),
    async (db) => dropForeignRows(db, (await rows).cipher),
    options.patience,
  );
  void database.use(undefined, async () => undefined);
  /** Grows with every erasure: what was asked for before one must not be answered or written after it. */
  let erasures = 0;
  let clears = 0;
  let writes: Promise<unknown> = Promise.resolve();
  let searchIndex: ContactSearchIndex | undefined;
  let room = 0;

  /**
   * One after the other. Work that outlived its time, or a clear, may go on, but writes nothing any more: it asks
   * `stillWanted` first. Gives whether it was done.
   */
  function write(work: (db: CacheDatabase, stillWanted: () => boolean) => Promise<void>): Promise<boolean> {
    const asked = clears;
    let over = false;
    const stillWanted = () => asked === clears && !over;
    const done = writes.then(async () => {
      if (!stillWanted()) return false;
      const finished = await database.use(false, async (db) => {
        await work(db, stillWanted);
        return true;
      });
      over = true;
      return finished;
    });
    writes = done;
    return done;
  }

  /** What cannot be erased row by row goes with the whole database. */
  async function erase(work: (db: CacheDatabase) => Promise<void>): Promise<void> {
    erasures++;
    searchIndex = undefined;
    const asked = clears;
    if (!(await write(work)) && asked === clears) database.discard();
    // One that was loaded while this waited its turn still holds what is gone now.
    searchIndex = undefined;
  }

  async function save(
    contacts: Contact[],
    at: number,
    prepare: (db: CacheDatabase) => Promise<(db: CacheDatabase) => PromiseLike<unknown>>,
  ): Promise<void> {
    const own = structuredClone(contacts.map(withoutVia));
    await write(async (db, stillWanted) => {
      const { sealContact } = await rows;
      const sealed = await Promise.all(own.map((contact) => sealContact(contact, at)));
      const alsoWrite = await prepare(db);
      await db.transaction('rw', db.contacts, db.lookups, async () => {
        if (!stillWanted()) return;
        await db.contacts.bulkPut(sealed);
        await alsoWrite(db);
      });
      for (const [index, { key }] of sealed.entries()) {
        const contact = own[index];
        if (contact && stillWanted()) searchIndex?.set(key, contact);
      }
      await evict(db, Math.max(own.length, 1));
    });
  }

  /** What `work` reads, or undefined where something was erased while it read. */
  async function read<T>(work: (db: CacheDatabase) => Promise<T | undefined>): Promise<T | undefined> {
    const asked = erasures;
    const found = await database.use(undefined, work);
    return asked === erasures ? found : undefined;
  }

  /** Counting takes time that grows with the cache, so it is done only when the last count leaves no room. */
  async function evict(db: CacheDatabase, written: number): Promise<void> {
    room -= written;
    if (room >= 0) return;
    const contacts = await deleteOldest(db.contacts, limit);
    searchIndex?.delete(contacts.gone);
    const lookups = await deleteOldest(db.lookups, limit);
    room = limit - Math.max(contacts.left, lookups.left);
  }

  /** Takes its turn among the writes, so that none is missed in between. */
  function ensureSearchIndex(): Promise<void> {
    const done = writes.then(async () => {
      if (searchIndex) return;
      const asked = erasures;
      const index = await loadSearchIndex(async (after) => {
        const page = await database.use(undefined, (db) =>
          db.contacts.where('key').above(after).limit(searchPage).toArray(),
        );
        if (!page) return undefined;
        const { openContact } = await rows;
        return Promise.all(page.map(async (row) => ({ key: row.key, contact: await openContact(row) })));
      });
      if (asked === erasures) searchIndex = index;
    });
    writes = done;
    return done;
  }

  return {
    getContact(id) {
      return read(async (db) => {
        const { contactKey, openContact } = await rows;
        const row = await db.contacts.get(await contactKey(id));
        const contact = row && (await openContact(row));
        return contact && { contact, at: row.at };
      });
    },

    findByIdentifier(identifier) {
      return read(async (db) => {
        const { lookupKey, openLookup, openContact } = await rows;
        const key = await lookupKey(questionKey(identifier));
        // The clear `refs` name the rows, so that both tables are read at once; who they are is opened after.
        const { lookup, held } = await db.transaction('r', db.lookups, db.contacts, async () => {
          const lookup = await db.lookups.get(key);
          return { lookup, held: lookup ? await db.contacts.bulkGet(lookup.refs) : [] };
        });
        const [found, opened] = await Promise.all([
          lookup && openLookup(lookup),
          Promise.all(held.map((row) => row && openContact(row))),
        ]);
        if (!lookup || !found) return undefined;
        const all = new Map(opened.flatMap((contact) => (contact ? [[contact.id, contact]] : [])));
        const contacts = found.map((one) => {
          const contact = all.get(one.id);
          return contact && { ...contact, ...one };
        });
        // One that is gone makes the whole answer unknown: fewer candidates than the CRM named would mislead.
        return contacts.every((contact) => contact !== undefined) ? { contacts, at: lookup.at } : undefined;
      });
    },

    putLookup(identifier, contacts, at) {
      return save(contacts, at, async () => {
        const lookup = await (await rows).sealLookup(identifier, contacts, at);
        return (db) => db.lookups.put(lookup);
      });
    },

    putContact(contact, at) {
      return save([contact], at, async (db) => {
        const { contactKey, openContact, looseIndex } = await rows;
        const old = await db.contacts.get(await contactKey(contact.id));
        const changed = changedLooseKeys(old && (await openContact(old)), contact);
        const loose = await Promise.all(changed.map(looseIndex));
        return (db) => db.lookups.where('loose').anyOf(loose).delete();
      });
    },

    forgetContact(id) {
      return erase(async (db) => {
        const key = await (await rows).contactKey(id);
        await db.transaction('rw', db.contacts, db.lookups, async () => {
          await db.contacts.delete(key);
          await db.lookups.where('refs').equals(key).delete();
        });
      });
    },

    async search(query) {
      const asked = erasures;
      await ensureSearchIndex();
      return asked === erasures ? structuredClone(searchIndex?.find(query) ?? nobody) : nobody;
    },

    async prune(before) {
      await write(async (db) => {
        const old = await db.contacts.where('at').below(before).primaryKeys();
        await deleteInChunks(db.contacts, old);
        searchIndex?.delete(old);
        await deleteInChunks(db.lookups, await db.lookups.where('at').below(before).primaryKeys());
      });
    },

    clear() {
      clears++;
      return erase(async (db) => {
        await db.transaction('rw', db.contacts, db.lookups, async () => {
          await db.contacts.clear();
          await db.lookups.clear();
        });
      });
    },

    close() {
      database.close();
    },
  };
}
