import type { Contact } from '../../domain/contact/contact.ts';
import { explainFound } from '../../domain/search/explain-found.ts';
import type { Found } from '../../domain/search/found.ts';
import { typedWords } from '../../domain/search/query-words.ts';
import { searchableParts } from '../../domain/search/searchable-contact.ts';
import { unaccentedPatterns } from './text-search.ts';

/** With as many, nobody is looked for who is spelled otherwise. */
const enoughFound = 20;

/** Of what a question brought that fits more than the query, those in whom every word of it stands, accents aside. */
export function keepFitting(query: string, contacts: Contact[]): Contact[] {
  const explain = explainFound(query, false);
  return contacts.filter((contact) => explain(searchableParts(contact)) !== undefined);
}

/**
 * For CRMs that compare accents: where few were found, `ask`s again with wider patterns for each word and puts whom
 * that found behind them. Those who are spelled as the agent typed it are never lost among the others.
 */
export async function withOtherSpellings(
  query: string,
  found: Found,
  ask: (patterns: (word: string) => string[]) => Promise<Contact[]>,
): Promise<Found> {
  const words = typedWords(query);
  const patterns = (word: string) => unaccentedPatterns(word, words.length);
  if (found.contacts.length >= enoughFound || words.every((word) => patterns(word).length === 0))
    return found;
  const known = new Set(found.contacts.map(({ id }) => id));
  const others = keepFitting(query, await ask(patterns)).filter(({ id }) => !known.has(id));
  return { contacts: [...found.contacts, ...others] };
}
