import type { Contact } from '../../domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../domain/contact/identifier.ts';

/** Searches over-match: only those that carry this very identifier, each once. Contacts hold normalised identifiers. */
export function filterByIdentifier(contacts: Contact[], identifier: Identifier): Contact[] {
  const seen = new Set<string>();
  return contacts.filter(({ id, identifiers }) => {
    if (seen.has(id) || !identifiers.some((own) => sameIdentifier(own, identifier))) return false;
    seen.add(id);
    return true;
  });
}
