import type { ContactCache } from '../../engine/cache/contact-cache.ts';
import type { OpenContactCache } from '../../engine/cache/dexie-contact-cache.ts';

/** The one cache the engine knows, over stores that come and go with their keys. */
export interface RotatingCache extends ContactCache {
  /** Empties the cache and goes on under a new key; what was being written to the old one is lost with it. */
  rotate(dataKey: Uint8Array): Promise<void>;
}

export function createRotatingCache(
  open: (dataKey: Uint8Array) => OpenContactCache,
  dataKey: Uint8Array,
): RotatingCache {
  let current = open(dataKey);
  return {
    getContact: (id) => current.getContact(id),
    findByIdentifier: (identifier) => current.findByIdentifier(identifier),
    putLookup: (identifier, contacts, at) => current.putLookup(identifier, contacts, at),
    putContact: (contact, at) => current.putContact(contact, at),
    forgetContact: (id) => current.forgetContact(id),
    search: (query) => current.search(query),
    prune: (before) => current.prune(before),
    clear: () => current.clear(),
    async rotate(fresh) {
      const old = current;
      current = open(fresh);
      await old.clear();
      old.close();
    },
  };
}
