import type { Contact } from '../../lib/domain/contact/contact.ts';
import type { IdentifierKind } from '../../lib/domain/contact/identifier.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { contactName } from './contact-words.ts';
import { sharedWords } from './shared-words.ts';

/** How many have this identifier; of people who were found by their organisation's, whose it is. `more`: at least one beyond. */
export function carriersWords(candidates: Contact[], kind: IdentifierKind, more?: boolean): string {
  const { identifiers } = sharedWords();
  const via = candidates.find((one) => one.via)?.via;
  if (!via) return identifiers.carriers(candidates.length, kind, more);
  const own = candidates.filter((one) => !one.via);
  const [only] = own;
  if (own.length > 1) return identifiers.carriers(own.length, kind, more);
  const name = only ? contactName(only) : safeText(via.name, 256);
  return identifiers.organisationHas(name || identifiers.anOrganisation, kind);
}
