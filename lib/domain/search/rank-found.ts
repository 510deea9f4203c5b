import type { Contact } from '../contact/contact.ts';
import { explainFound } from './explain-found.ts';
import type { WhyFound } from './found.ts';
import { searchableParts } from './searchable-contact.ts';

/** Behind whatever can be explained. */
const unexplained = Number.POSITIVE_INFINITY;

/**
 * What a CRM found, best first, and why each was found. Nobody is left out: what a CRM found by something that its answer
 * does not hold comes last. Among equals the order is the CRM's.
 */
export function rankFound(query: string, contacts: Contact[]): { contacts: Contact[]; why: WhyFound } {
  const explain = explainFound(query, true);
  const ranked = contacts.map((contact) => ({ contact, found: explain(searchableParts(contact, true)) }));
  ranked.sort((a, b) => compare(a.found?.order, b.found?.order));
  const why = ranked.map(({ contact, found }) => [contact.id, found?.by ?? { by: 'elsewhere' }] as const);
  return { contacts: ranked.map(({ contact }) => contact), why: Object.fromEntries(why) };
}

function compare(a = unexplained, b = unexplained): number {
  return a === b ? 0 : a - b;
}
