import type { ContactCache } from '../cache/contact-cache.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { WriteStore } from '../drafts/write-store.ts';
import { TimeUp, within } from '../waiting/within.ts';
import type { CrmStores } from './engine-parts.ts';
import type { RecoveryStore } from './recovery-store.ts';

/** Milliseconds: how long a store may keep a caller waiting, and for how long one that did gets hardly any time. */
interface StorePatience {
  answer: number;
  rest: number;
}

/** Longer than each store’s own, where it has one. */
const cachePatience: StorePatience = { answer: 3_000, rest: 30_000 };
const recoveryPatience: StorePatience = { answer: 2_000, rest: 10_000 };
const loadPatience: StorePatience = { answer: 5_000, rest: 0 };
const draftPatience: StorePatience = { answer: 6_000, rest: 0 };
/** An agent waits for it before their write is sent. */
const writePatience: StorePatience = { answer: 2_000, rest: 30_000 };
const hardlyMs = 50;

/** What one call gives, or `TimeUp`. It is made in any case: a store that is back has missed nothing. */
function createPatience({ answer, rest }: StorePatience) {
  let restUntil = 0;
  return async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await within(Date.now() < restUntil ? hardlyMs : answer, call());
    } catch (error) {
      if (error instanceof TimeUp) restUntil = Date.now() + rest;
      throw error;
    }
  };
}

/** The stores of a connection with an end to every wait, so that one that hangs makes nobody deaf. */
export function boundStores({ cache, drafts, writes }: CrmStores): CrmStores {
  return { cache: boundCache(cache), drafts: boundDrafts(drafts), writes: boundWrites(writes) };
}

/** A cache that fails or does not answer is a miss. What is to be forgotten gets its whole time, however slow it was before. */
function boundCache(cache: ContactCache): ContactCache {
  const soon = createPatience(cachePatience);
  const missing = () => undefined;
  const erase = (call: () => Promise<void>) => within(cachePatience.answer, call()).catch(missing);
  return {
    getContact: (id) => soon(() => cache.getContact(id)).catch(missing),
    findByIdentifier: (identifier) => soon(() => cache.findByIdentifier(identifier)).catch(missing),
    putLookup: (identifier, contacts, at) =>
      soon(() => cache.putLookup(identifier, contacts, at)).catch(missing),
    putContact: (contact, at) => soon(() => cache.putContact(contact, at)).catch(missing),
    search: (query) => soon(() => cache.search(query)).catch(() => ({ contacts: [] })),
    prune: (before) => soon(() => cache.prune(before)).catch(missing),
    forgetContact: (id) => erase(() => cache.forgetContact(id)),
    clear: () => erase(() => cache.clear()),
  };
}

/** A save that takes too long rejects: the draft is not known to be kept. */
function boundDrafts(drafts: DraftStore): DraftStore {
  const soon = createPatience(draftPatience);
  return {
    load: (key) => soon(() => drafts.load(key)),
    save: (key, form, values) => soon(() => drafts.save(key, form, values)),
    move: (fromKey, toKey) => soon(() => drafts.move(fromKey, toKey)),
  };
}

/** What cannot be read in time is there the next time; a put that takes too long rejects. */
function boundWrites(writes: WriteStore): WriteStore {
  const soon = createPatience(writePatience);
  return {
    load: (owner) => soon(() => writes.load(owner)).catch(() => []),
    put: (owner, id, kept) => soon(() => writes.put(owner, id, kept)),
    remove: (owner, id) => soon(() => writes.remove(owner, id)),
  };
}

/** What a killed worker left and cannot be read is not there; a copy that cannot be written in time rejects. */
export function boundRecovery(recovery: RecoveryStore): RecoveryStore {
  const soon = createPatience(recoveryPatience);
  const first = createPatience(loadPatience);
  return {
    load: () => first(() => recovery.load()).catch(() => ({ interactions: [], rest: null })),
    saveInteraction: (live) => soon(() => recovery.saveInteraction(live)),
    removeInteraction: (key) => soon(() => recovery.removeInteraction(key)),
    saveRest: (rest) => soon(() => recovery.saveRest(rest)),
  };
}
