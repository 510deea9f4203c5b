import type { Contact } from '../../domain/contact/contact.ts';
import { type Identifier, isAnswer } from '../../domain/contact/identifier.ts';

/** Searches over-match: only those that carry this very identifier, in one of its readings, each once. Contacts hold normalised identifiers. */
export function filterByIdentifier(contacts: Contact[], identifier: Identifier): Contact[] {
  const seen = new Set<string>();
  return contacts.filter(({ id, identifiers }) => {
    if (seen.has(id) || !identifiers.some((own) => isAnswer(own, identifier))) return false;
    seen.add(id);
    return true;
  });
}
