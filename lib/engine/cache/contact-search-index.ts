import type { Contact } from '../../domain/contact/contact.ts';
import { bestFound, searchMatcher, searchText } from './search-text.ts';

/** Contacts in the clear, in memory only, for searching while the CRM does not answer. Keyed as the rows on disk are. */
export interface ContactSearchIndex {
  set(key: string, contact: Contact): void;
  delete(keys: string[]): void;
  /** The best matches first, at most 20. */
  find(query: string): Contact[];
}

function createContactSearchIndex(): ContactSearchIndex {
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

/**
 * Fills an index page by page, so that no single read keeps the database long. `readPage` gives the opened rows after a
 * key, in the order of keys, and none at the end; undefined, where it fails, ends the loading without an index.
 */
export async function loadSearchIndex(
  readPage: (after: string) => Promise<{ key: string; contact: Contact | undefined }[] | undefined>,
): Promise<ContactSearchIndex | undefined> {
  const index = createContactSearchIndex();
  let after = '';
  for (;;) {
    const page = await readPage(after);
    if (!page) return undefined;
    for (const { key, contact } of page) if (contact) index.set(key, contact);
    const last = page.at(-1);
    if (!last) return index;
    after = last.key;
  }
}
