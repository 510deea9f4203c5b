import type { Identifier } from '../../domain/contact/identifier.ts';
import { commonSpellings } from '../identifiers/common-spellings.ts';
import { type IdentifierFields, storedText } from '../identifiers/other-identifiers.ts';
import { phoneVariants } from '../identifiers/phone-variants.ts';
import { furtherEmails } from './contact.ts';

type Filter = { propertyName: string } & (
  | { operator: 'EQ' | 'CONTAINS_TOKEN'; value: string }
  | { operator: 'IN'; values: string[] }
);
/**
 * One of the groups must match; at most five, of six filters each, 18 in all.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm (of March 2026, seen 2026-11-30)
 */
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

/**
 * Companies that may carry a number; compared once more afterwards. So far as is known only contacts have the national digits
 * in properties of their own: HubSpot's page on search names no object for `hs_searchable_calculated_*`, and of the 361
 * properties of a portal's companies none is called so, where its contacts have four; a filter by a property that is not
 * there is refused. So the number is looked for as people type it, and behind whatever else stands before its digits.
 * https://github.com/hairsolutionsco/automations_hub/blob/fc5bfcd91c3b/hubspot/objects/companies/properties.md (of August
 * 2025, seen 2026-11-30)
 */
export function groupsOfCompanyNumber(number: Identifier): FilterGroups {
  const endings = phoneVariants(number).nationals.map((national): FilterGroups[number] => ({
    filters: [{ propertyName: 'phone', operator: 'CONTAINS_TOKEN', value: `*${national}` }],
  }));
  return [oneOf('phone', commonSpellings(number)), ...endings].slice(0, mostGroups);
}

/** Contacts of a company. */
export function groupsOfPeopleIn(companyId: string): FilterGroups {
  return [equals('associations.company', companyId)];
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
