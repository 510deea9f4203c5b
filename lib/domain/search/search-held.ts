import type { Contact } from '../contact/contact.ts';
import { explainFound } from './explain-found.ts';
import type { Found } from './found.ts';
import type { SearchablePart } from './searchable-contact.ts';

/** A contact that is held here, with what of it is searched. */
export interface HeldContact {
  contact: Contact;
  parts: SearchablePart[];
}

const mostFound = 20;

/**
 * Those of the contacts held here that fit a query, best first, at most 20 of them, and how many there are. Typing mistakes
 * are let through only where fewer fit without: looking for them takes time that grows with the contacts.
 */
export function searchHeld(query: string, held: Iterable<HeldContact>): Found {
  const all = [...held];
  const found = fitting(all, explainFound(query, false));
  if (found.length < mostFound) {
    const known = new Set(found.map(({ contact }) => contact.id));
    const others = all.filter(({ contact }) => !known.has(contact.id));
    found.push(...fitting(others, explainFound(query, true)));
  }
  return { contacts: found.slice(0, mostFound).map(({ contact }) => contact), total: found.length };
}

function fitting(held: HeldContact[], explain: ReturnType<typeof explainFound>) {
  const found = held.flatMap(({ contact, parts }) => {
    const explained = explain(parts);
    return explained ? [{ contact, order: explained.order, name: parts[0]?.text ?? '' }] : [];
  });
  // Plain comparison: the names are folded, and a collator takes a tenth of a second over some thousands.
  return found.sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
}
