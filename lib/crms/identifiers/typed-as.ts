import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { isInternational } from '../../domain/numbers/phone.ts';
import { plainNumber } from '../../domain/numbers/plain-number.ts';
import { filterByIdentifier } from './filter-by-identifier.ts';

/**
 * Which contacts an agent means who typed a number into the search, in place of `filterByIdentifier`. Typed without a
 * country code it may be a number of any country: everybody whose number ends so is offered, those of the region first. A
 * lookup for a call never does so.
 */
export function typedAs(text: string): (contacts: Contact[], number: Identifier) => Contact[] {
  return (contacts, number) => {
    const own = filterByIdentifier(contacts, number);
    if (isInternational(text)) return own;
    const digits = plainNumber(text).replace(/\D/g, '').replace(/^0+/, '');
    const others = contacts.filter(
      (contact) =>
        !own.some(({ id }) => id === contact.id) &&
        contact.identifiers.some(({ kind, value }) => kind === 'phone' && value.endsWith(digits)),
    );
    return [...own, ...new Map(others.map((contact) => [contact.id, contact])).values()];
  };
}
