import type { Contact } from '../../lib/domain/contact/contact.ts';
import { searchableText } from '../../lib/domain/text/searchable-text.ts';

/** Fields that people search by, besides name and identifiers. */
const searchedFields = ['company', 'jobTitle', 'city', 'tags'];

/**
 * What a contact is found by, folded, each word behind a space: ` word word `. Compound words stand there whole and in
 * their parts, so that the middle of an e-mail address is the beginning of a word too.
 */
export function searchText(contact: Pick<Contact, 'name' | 'fields' | 'identifiers'>): {
  nameFolded: string;
  searchText: string;
} {
  const nameFolded = searchableText(contact.name);
  const fields = searchedFields.flatMap((key) => contact.fields[key] ?? []).map(String);
  const identifiers = contact.identifiers.map(({ kind, value }) =>
    kind === 'phone' ? value.replace(/\D/g, '') : searchableText(value),
  );
  const words = [nameFolded, ...fields.map(searchableText), ...identifiers].join(' ').split(' ');
  const parts = words.flatMap((word) => (/[@._+]/.test(word) ? word.split(/[@._+]+/) : []));
  return { nameFolded, searchText: ` ${[...new Set([...words, ...parts])].filter(Boolean).join(' ')} ` };
}
