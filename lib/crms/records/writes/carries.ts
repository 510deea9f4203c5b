import type { Contact } from '../../../domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../../domain/contact/identifier.ts';

export function carries({ identifiers }: Pick<Contact, 'identifiers'>, identifier: Identifier): boolean {
  return identifiers.some((own) => sameIdentifier(own, identifier));
}
