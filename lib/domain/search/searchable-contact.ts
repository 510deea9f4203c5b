import type { Contact } from '../contact/contact.ts';
import type { Identifier } from '../contact/identifier.ts';
import { searchableText } from '../text/searchable-text.ts';
import type { FoundBy } from './found.ts';

/** One thing that a contact may be found by, folded. */
export interface SearchablePart {
  place: FoundBy;
  text: string;
  /** Its words; those of an e-mail address are the address itself and its parts. */
  words: string[];
  /** Digits of a number, with country code. */
  digits?: string;
}

/** Fields that people search by, besides name and identifiers. */
const searchedFields = ['company', 'jobTitle', 'city', 'nickname', 'tags'];

/** What of a contact is searched, the name first. `everyField`: also what a CRM may have looked at beyond it. */
export function searchableParts(
  contact: Pick<Contact, 'name' | 'fields' | 'identifiers'>,
  everyField = false,
): SearchablePart[] {
  const others = Object.keys(contact.fields).filter((key) => !searchedFields.includes(key));
  const fields = (keys: string[]) =>
    keys.flatMap((key) => {
      const text = textOf(contact.fields[key]);
      return text === '' ? [] : [part({ by: 'field', key }, text)];
    });
  return [
    part({ by: 'name' }, contact.name),
    ...fields(searchedFields),
    ...contact.identifiers.map(partOfIdentifier),
    ...(everyField ? fields(others) : []),
  ];
}

function part(place: FoundBy, given: string): SearchablePart {
  const text = searchableText(given);
  const whole = text.split(' ').filter(Boolean);
  const pieces = whole.flatMap((word) => (/[@._+]/.test(word) ? word.split(/[@._+]+/) : []));
  return { place, text, words: [...whole, ...pieces.filter(Boolean)] };
}

function partOfIdentifier(identifier: Identifier): SearchablePart {
  const place: FoundBy = { by: 'identifier', identifier };
  if (identifier.kind !== 'phone') return part(place, identifier.value);
  const digits = identifier.value.replace(/\D/g, '');
  return { place, text: digits, words: [], digits };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
