import type { Contact } from '../../domain/contact/contact.ts';
import { questionKey } from '../../domain/contact/identifier.ts';
import { withoutVia } from '../../domain/contact/without-via.ts';
import { searchHeld } from '../../domain/search/search-held.ts';
import { searchableParts } from '../../domain/search/searchable-contact.ts';
import { type CacheLimits, defaultCacheLimits } from './cache-limits.ts';
import { type FoundContact, foundContact } from './cache-rows.ts';
import type { CachedContact, ContactCache } from './contact-cache.ts';
import { changedLooseKeys, looseKey } from './loose-key.ts';

interface Lookup {
  found: FoundContact[];
  loose: string;
  at: number;
}

/** A cache that lives and dies with the page: for the widget, where third-party storage is refused, and for tests. */
export function createMemoryContactCache(limits: CacheLimits = defaultCacheLimits): ContactCache {
  const contacts = new Map<string, CachedContact>();
  const lookups = new Map<string, Lookup>();

  function keep(contact: Contact, at: number): void {
    contacts.set(contact.id, { contact: withoutVia(structuredClone(contact)), at });
    dropOldest(contacts, limits.contacts);
  }

  function dropLookups(isGone: (lookup: Lookup) => boolean): void {
    for (const [key, lookup] of lookups) if (isGone(lookup)) lookups.delete(key);
  }

  return {
    async getContact(id) {
      return structuredClone(contacts.get(id));
    },

    async findByIdentifier(identifier) {
      const lookup = lookups.get(questionKey(identifier));
      if (!lookup) return undefined;
      const found = lookup.found.map((one) => {
        const contact = contacts.get(one.id)?.contact;
        return contact && { ...contact, ...one };
      });
      // One that is gone makes the whole answer unknown: fewer candidates than the CRM named would mislead.
      if (!found.every((contact) => contact !== undefined)) return undefined;
      return structuredClone({ contacts: found, at: lookup.at });
    },

    async putLookup(identifier, found, at) {
      for (const contact of found) keep(contact, at);
      lookups.set(questionKey(identifier), {
        found: found.map(foundContact),
        loose: looseKey(identifier.value),
        at,
      });
      dropOldest(lookups, limits.contacts);
    },

    async putContact(contact, at) {
      const changed = new Set(changedLooseKeys(contacts.get(contact.id)?.contact, contact));
      dropLookups(({ loose }) => changed.has(loose));
      keep(contact, at);
    },

    async forgetContact(id) {
      contacts.delete(id);
      dropLookups(({ found }) => found.some((one) => one.id === id));
    },

    async search(query) {
      const copies = [...contacts.values()].map(({ contact }) => ({
        contact,
        parts: searchableParts(contact),
      }));
      return structuredClone(searchHeld(query, copies));
    },

    async prune(before) {
      for (const [id, { at }] of contacts) if (at < before) contacts.delete(id);
      dropLookups(({ at }) => at < before);
    },

    async clear() {
      contacts.clear();
      lookups.clear();
    },
  };
}

/** Deletes the rows with the lowest `at` until `limit` are left. */
function dropOldest<Row extends { at: number }>(rows: Map<string, Row>, limit: number): void {
  while (rows.size > limit) {
    let oldest: [string, Row] | undefined;
    for (const entry of rows) if (!oldest || entry[1].at < oldest[1].at) oldest = entry;
    if (oldest) rows.delete(oldest[0]);
  }
}
