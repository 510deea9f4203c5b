import type { Contact } from '../contact/contact.ts';
import type { Identifier } from '../contact/identifier.ts';

/**
 * What a search found. `total`: how many fit in all, where that is known; `more`: there are more, and nobody says how many.
 * With neither, these are all.
 */
export interface Found {
  contacts: Contact[];
  total?: number;
  more?: boolean;
}

/** Where the words of a query stand in a contact. `elsewhere`: whoever found it looked at something that is not here. */
type FoundPlace =
  | { by: 'name' }
  | { by: 'identifier'; identifier: Identifier }
  | { by: 'field'; key: string }
  | { by: 'elsewhere' };

/** Why a search found a contact. `mistyped`: only if the query has a typing mistake. `copy`: in the saved copies, not by the CRM. */
export type FoundBy = FoundPlace & { mistyped?: true; copy?: true };

/** By id of the contact. */
export type WhyFound = Record<string, FoundBy>;

/** Whether there are more than these. */
export function isCut({ contacts, total, more }: Found): boolean {
  return more === true || (total ?? 0) > contacts.length;
}

/**
 * Of rows that were asked for with one more than are wanted, so as to see whether there are more. `came`: how many rows there
 * were, where some of them are no contacts.
 */
export function foundOf(contacts: Contact[], most: number, came = contacts.length): Found {
  return came > most ? { contacts: contacts.slice(0, most), more: true } : { contacts };
}

/** Of a page of rows with a total, where the CRM told one: whoever was left out of the page is not counted. */
export function countedFound(contacts: Contact[], came: number, total: number | null | undefined): Found {
  if (typeof total !== 'number' || total < 0) return { contacts };
  return { contacts, total: Math.max(contacts.length, total - (came - contacts.length)) };
}
