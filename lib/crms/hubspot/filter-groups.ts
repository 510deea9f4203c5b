import type { Identifier } from '../../domain/contact/identifier.ts';
import { type IdentifierFields, storedText } from '../identifiers/other-identifiers.ts';
import { phoneVariants } from '../identifiers/phone-variants.ts';
import { furtherEmails } from './contact.ts';

type Filter = { propertyName: string } & (
  | { operator: 'EQ' | 'CONTAINS_TOKEN'; value: string }
  | { operator: 'IN'; values: string[] }
);
/** One of the groups must match; at most five. */
export type FilterGroups = { filters: [Filter] }[];

const mostGroups = 5;

/**
 * Whoever may carry an identifier; compared once more afterwards. HubSpot keeps the national digits of the phone and the
 * mobile number in properties of its own, whatever the spelling; a number it could not read is found as E.164 only.
 */
export function groupsOfIdentifier(
  identifier: Identifier,
  slots: IdentifierFields,
): FilterGroups | undefined {
  const { kind, value } = identifier;
  if (kind === 'phone') {
    const { nationals, e164s } = phoneVariants(identifier);
    return [
      oneOf('hs_searchable_calculated_phone_number', nationals),
      oneOf('hs_searchable_calculated_mobile_number', nationals),
      ...(slots.phone ?? []).map((name) => oneOf(name, e164s)),
    ].slice(0, mostGroups);
  }
  if (kind === 'email') {
    return [
      equals('email', value),
      { filters: [{ propertyName: furtherEmails, operator: 'CONTAINS_TOKEN', value }] },
    ];
  }
  const text = storedText(identifier);
  // People write handles with and without the sign.
  return slots[kind]?.flatMap((name) => [equals(name, text), equals(name, `@${text}`)]).slice(0, mostGroups);
}

function oneOf(propertyName: string, values: string[]): FilterGroups[number] {
  const [only = ''] = values;
  return values.length > 1
    ? { filters: [{ propertyName, operator: 'IN', values }] }
    : equals(propertyName, only);
}

function equals(propertyName: string, value: string): FilterGroups[number] {
  return { filters: [{ propertyName, operator: 'EQ', value }] };
}
