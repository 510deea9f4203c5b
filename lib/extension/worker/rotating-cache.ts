import type { ContactCache } from '../../engine/cache/contact-cache.ts';
import type { OpenContactCache } from '../../engine/cache/dexie-contact-cache.ts';

/** The one cache of a connection that the engine knows, over stores that come and go with their keys. */
export interface RotatingCache extends ContactCache {
  /** Empties the cache and goes on under a new key; what was being written to the old one is lost with it. */
  rotate(dataKey: Uint8Array): Promise<void>;
}

/** `firstKey` may take its time: what is asked meanwhile waits for it. */
export function createRotatingCache(
  open: (dataKey: Uint8Array) => OpenContactCache,
  firstKey: Promise<Uint8Array>,
): RotatingCache {
  let current = firstKey.then(open);
  return {
    getContact: async (id) => (await current).getContact(id),
    findByIdentifier: async (identifier) => (await current).findByIdentifier(identifier),
    putLookup: async (identifier, contacts, at) => (await current).putLookup(identifier, contacts, at),
    putContact: async (contact, at) => (await current).putContact(contact, at),
    forgetContact: async (id) => (await current).forgetContact(id),
    search: async (query) => (await current).search(query),
    prune: async (before) => (await current).prune(before),
    clear: async () => (await current).clear(),
    async rotate(fresh) {
      const former = current;
      current = Promise.resolve(open(fresh));
      const old = await former;
      await old.clear();
      old.close();
    },
  };
}
