import type { Dexie } from 'dexie';
import { within } from '../waiting/within.ts';

/** How long a database may keep a caller waiting, milliseconds. */
export interface Patience {
  /** For one piece of work, opening included. */
  answer: number;
  /** How long a database that kept us waiting is left alone. */
  rest: number;
}

const defaultPatience: Patience = { answer: 2_000, rest: 30_000 };

export interface DisposableDatabase<Db extends Dexie> {
  /** What `work` gives, or `otherwise` where the database fails. Never rejects. */
  use<T>(otherwise: T, work: (db: Db) => PromiseLike<T>): Promise<T>;
  /** What is on disk must not be read again: the next use starts with an empty database. */
  discard(): void;
  close(): void;
}

/**
 * A database that may be lost at any time: whatever is wrong with it (corrupt, deleted, newer, full), it is deleted and
 * made anew, and the caller hears of a miss. One that does not answer, such as behind a blocked deletion, is left alone
 * for a while, so that it cannot slow every call.
 */
export function createDisposableDatabase<Db extends Dexie>(
  create: () => Db,
  prepare: (db: Db) => PromiseLike<void>,
  patience: Patience = defaultPatience,
): DisposableDatabase<Db> {
  let opening: Promise<Db> | undefined;
  let restUntil = 0;
  let closed = false;
  let discarded = false;

  async function openOnce(): Promise<Db> {
    if (closed) throw new Error('the database is closed');
    const db = create();
    try {
      await db.open();
      await prepare(db);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  }

  async function rebuild(): Promise<Db> {
    await create().delete();
    discarded = false;
    return openOnce();
  }

  function open(): Promise<Db> {
    opening ??= discarded ? rebuild() : openOnce().catch(rebuild);
    return opening;
  }

  async function letGo(old: Promise<Db> | undefined): Promise<void> {
    const db = await old?.catch(() => undefined);
    db?.close();
  }

  async function attempt<T>(work: (db: Db) => PromiseLike<T>, again: boolean): Promise<T> {
    const mine = open();
    try {
      return await work(await mine);
    } catch (error) {
      // Another call may have met the same damage and be mending it already.
      if (opening === mine) opening = again && !isClosed(error) ? letGo(mine).then(rebuild) : undefined;
      if (!again || closed) throw error;
      return attempt(work, false);
    }
  }

  return {
    async use(otherwise, work) {
      if (closed || Date.now() < restUntil) return otherwise;
      try {
        return await within(patience.answer, attempt(work, true));
      } catch {
        restUntil = Date.now() + patience.rest;
        return otherwise;
      }
    },

    discard() {
      discarded = true;
      void letGo(opening);
      opening = undefined;
    },

    close() {
      closed = true;
      void letGo(opening);
      opening = undefined;
    },
  };
}

/** Closed under us, as when another page deleted it: that says nothing against what is on disk now. */
function isClosed(error: unknown): boolean {
  return error instanceof Error && error.name === 'DatabaseClosedError';
}
