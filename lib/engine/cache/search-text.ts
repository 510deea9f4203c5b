import type { Contact } from '../../domain/contact/contact.ts';
import { foldText } from '../../domain/text/fold-text.ts';

/** The folded text in which a contact is found: name, company, city and identifiers, a number also as bare digits. */
export function searchText(contact: Contact): string {
  const { company, city } = contact.fields;
  const identifiers = contact.identifiers.flatMap(({ value }) => [value, digitsOf(value)]);
  return foldText(
    [contact.name, company, city, ...identifiers].filter((part) => typeof part === 'string').join('\n'),
  );
}

/**
 * The test that a search makes of a contact's `searchText`: every word somewhere, in any order. A query written like a
 * phone number is found in any grouping, with or without its country code. An empty query finds nothing.
 */
export function searchMatcher(query: string): (text: string) => boolean {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => false;
  const number = /^[\d\s()+./-]+$/.test(query) ? digitsOf(query).replace(/^0+/, '') : '';
  return (text) => words.every((word) => text.includes(word)) || (number.length > 2 && text.includes(number));
}

/** The best of what was found: names that start with the query's first word first, then by name. At most 20. */
export function bestFound(query: string, found: Contact[]): Contact[] {
  const first = foldText(query).trim().split(/\s+/)[0] ?? '';
  const ranked = found.map((contact) => {
    const name = foldText(contact.name);
    return { contact, order: `${name.startsWith(first) ? 0 : 1}${name}` };
  });
  // Plain comparison: the words are folded, and a collator takes a tenth of a second over some thousands.
  ranked.sort((a, b) => (a.order < b.order ? -1 : 1));
  return ranked.slice(0, 20).map(({ contact }) => contact);
}

function digitsOf(value: string): string {
  return value.replace(/\D/g, '');
}
