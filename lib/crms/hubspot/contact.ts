import * as z from 'zod/mini';
import type { Contact, FieldValue } from '../../domain/contact/contact.ts';
import { normaliseIdentifier } from '../../domain/contact/normalise-identifier.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { readSlots } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import { eachOnce, type NumberReading } from '../identifiers/stored-identifier.ts';
import { fingerprint } from '../records/fingerprint.ts';
import { joinName } from '../records/person-name.ts';
import { type ShownProperty, valueOfProperty } from './properties.ts';

export const idSchema = z.string().check(z.regex(/^\d+$/));
/** Beyond it HubSpot has no ids. */
const largestId = 2n ** 63n;

export function isHubspotId(id: string): boolean {
  return /^[1-9]\d{0,18}$/.test(id) && BigInt(id) < largestId;
}

export const recordSchema = z.object({
  id: idSchema,
  properties: z.record(z.string(), z.nullable(z.string())),
  updatedAt: z.optional(z.iso.datetime({ offset: true })),
  archived: z.optional(z.boolean()),
});
export type HubspotRecord = z.infer<typeof recordSchema>;

export const ownSlots: IdentifierFields = {
  phone: ['phone', 'mobilephone', 'hs_whatsapp_phone_number'],
  email: ['email'],
};
/** Further addresses of a contact, with semicolons between; HubSpot lets nobody write them here. */
export const furtherEmails = 'hs_additional_emails';

/** What HubSpot makes of the two numbers itself, in E.164, and what it takes for their country; asked for with every read. */
export const calculated = ['hs_calculated_phone_number', 'hs_calculated_mobile_number'];
export const countryProperties = ['hs_country_region_code', 'country'];

/** How a contact's numbers are read. HubSpot guesses as well where the contact names no country. */
export function readingOfRecord(properties: HubspotRecord['properties'], region: string): NumberReading {
  return {
    region,
    country: countryProperties.map((name) => regionOfCountry(properties[name])).find(Boolean),
    normalised: calculated.flatMap((name) => properties[name] || []),
  };
}

export interface RecordOptions {
  slots: IdentifierFields;
  region: string;
  shown: ShownProperty[];
}

export function contactOfRecord(
  { id, properties, updatedAt }: HubspotRecord,
  { slots, region, shown }: RecordOptions,
): Contact {
  const fields: Record<string, FieldValue> = {};
  for (const { name, definition } of shown) {
    const value = valueOfProperty(properties[name], definition.type);
    if (value !== undefined) fields[definition.key] = value;
  }
  const inSlots = readSlots(properties, slots, readingOfRecord(properties, region));
  return {
    id,
    name: joinName(properties.firstname, properties.lastname) || (properties.email ?? ''),
    kind: 'person',
    identifiers: eachOnce([...inSlots, ...emailsBeside(properties, region)]),
    fields,
    version: updatedAt ?? fingerprint(properties),
    updatedAt: updatedAt ?? '1970-01-01T00:00:00Z',
  };
}

export function emailsBeside(properties: HubspotRecord['properties'], region: string) {
  return (properties[furtherEmails] ?? '')
    .split(';')
    .map((value) => normaliseIdentifier({ kind: 'email', value }, { region }))
    .filter((one) => one !== null);
}
