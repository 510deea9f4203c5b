import type { Contact } from '../domain/contact.ts';
import { bestFound, searchMatcher, searchText } from './search-text.ts';

/** Contacts in the clear, in memory only, for searching while the CRM does not answer. Keyed as the rows on disk are. */
export interface ContactSearchIndex {
  set(key: string, contact: Contact): void;
  delete(keys: string[]): void;
  /** The best matches first, at most 20. */
  find(query: string): Contact[];
}

export function createContactSearchIndex(): ContactSearchIndex {
  const entries = new Map<string, { contact: Contact; text: string }>();
  return {
    set(key, contact) {
      entries.set(key, { contact, text: searchText(contact) });
    },
    delete(keys) {
      for (const key of keys) entries.delete(key);
    },
    find(query) {
      const matches = searchMatcher(query);
      const found = [...entries.values()].filter(({ text }) => matches(text));
      return bestFound(
        query,
        found.map(({ contact }) => contact),
      );
    },
  };
}
