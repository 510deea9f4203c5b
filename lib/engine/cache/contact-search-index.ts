import type { Contact } from '../../domain/contact/contact.ts';
import type { Found } from '../../domain/search/found.ts';
import { type HeldContact, searchHeld } from '../../domain/search/search-held.ts';
import { searchableParts } from '../../domain/search/searchable-contact.ts';

/** Contacts in the clear, in memory only, for searching while the CRM does not answer. Keyed as the rows on disk are. */
export interface ContactSearchIndex {
  set(key: string, contact: Contact): void;
  delete(keys: string[]): void;
  /** The best matches first, at most 20. */
  find(query: string): Found;
}

function createContactSearchIndex(): ContactSearchIndex {
  const entries = new Map<string, HeldContact>();
  return {
    set(key, contact) {
      entries.set(key, { contact, parts: searchableParts(contact) });
    },
    delete(keys) {
      for (const key of keys) entries.delete(key);
    },
    find: (query) => searchHeld(query, entries.values()),
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
