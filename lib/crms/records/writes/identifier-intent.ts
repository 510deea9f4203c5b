import type { Contact, ContactIdentifier } from '../../../domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../../domain/contact/identifier.ts';
import { carries } from './carries.ts';

/** What a write wants of a contact's identifiers, and no more: what else stands there is others'. */
export interface IdentifierIntent {
  give: readonly ContactIdentifier[];
  take: readonly Identifier[];
}

/** What turns these identifiers into those. */
export function intentOf(
  { identifiers }: Pick<Contact, 'identifiers'>,
  wanted: readonly ContactIdentifier[],
): IdentifierIntent {
  const has = (list: readonly Identifier[], one: Identifier) =>
    list.some((other) => sameIdentifier(other, one));
  return {
    give: wanted.filter((one) => !has(identifiers, one)),
    take: identifiers.filter((one) => !has(wanted, one)),
  };
}

/** All identifiers that the contact is to have then. */
export function withIntent(contact: Contact, { give, take }: IdentifierIntent): ContactIdentifier[] {
  return [
    ...contact.identifiers.filter((one) => !take.some((other) => sameIdentifier(one, other))),
    ...give.filter((one) => !carries(contact, one)),
  ];
}

/** The contact is as this write wanted it, whatever others wrote. */
export function isFulfilled(contact: Contact, { give, take }: IdentifierIntent): boolean {
  return give.every((one) => carries(contact, one)) && !take.some((one) => carries(contact, one));
}
