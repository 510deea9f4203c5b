import * as z from 'zod/mini';
import type { Contact, ContactIdentifier, FieldValue } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { eachOnce, type NumberReading, readStored, textsOf } from '../identifiers/stored-identifier.ts';
import { isoTime } from '../records/utc-time.ts';
import { valueOfTryton, valueSchema } from './party-fields.ts';

const text = z.nullish(z.string());
export const mechanismSchema = z.object({ id: z.int(), type: z.string(), value: text, name: text });
const addressSchema = z.object({ city: text, 'country.': z.nullish(z.object({ code: text })) });

const ownSchema = z.looseObject({
  id: z.int(),
  ...{ rec_name: text, name: text, _timestamp: text },
  ...{ create_date: valueSchema('timestamp'), write_date: valueSchema('timestamp') },
  'lang.': z.nullish(z.object({ code: text })),
  'addresses.': z.nullish(z.array(addressSchema)),
  'contact_mechanisms.': z.nullish(z.array(mechanismSchema)),
});

/** A party as `search_read` answers it; the fields of modules, of these types, are beside its own. */
export function partySchema(types: ReadonlyMap<string, string>) {
  const each = [...types].filter(([key]) => !Object.hasOwn(ownSchema.shape, key));
  // What each of them is, is looked at where it is shown.
  return z.extend(
    ownSchema,
    Object.fromEntries(each.map(([key, type]) => [key, valueSchema(type)])),
  ) as typeof ownSchema;
}
const mergedSchema = z.looseObject({ id: z.int(), 'replaced_by.': z.optional(z.unknown()) });

/** An archived one is there for those that were merged into another alone. */
export function isArchived({ active }: Party): boolean {
  return active === false || active === 0;
}

/** The party that this one was merged into, however often; undefined where it stands for itself. */
export function successorOf(party: unknown): number | undefined {
  const next = z.safeParse(mergedSchema, z.safeParse(mergedSchema, party).data?.['replaced_by.']).data;
  return next && (successorOf(next) ?? next.id);
}
export type Party = z.infer<typeof ownSchema>;
export type Mechanism = z.infer<typeof mechanismSchema>;

/** What is asked for of a party; dots bring what belongs to it in the same answer. */
export const partyFields = [
  'rec_name',
  'name',
  '_timestamp',
  'create_date',
  'write_date',
  'lang.code',
  'addresses.city',
  'addresses.country.code',
  'contact_mechanisms.type',
  'contact_mechanisms.value',
  'contact_mechanisms.name',
];

export const phoneTypes = ['phone', 'mobile', 'fax'];
/** Kinds that Tryton has no type for: a mechanism of type `other`, whose value says the kind first, its name the scope. */
const otherKinds = [
  'instagram',
  'facebook',
  'telegram',
  'whatsapp',
  'username',
  'extension',
  'other',
] as const;
export const heldKinds = ['phone', 'email', ...otherKinds] as const;

/** How a party's numbers are read, as Tryton itself reads them where it can: in the country of an address, the first that has one. */
export function readingOfParty(party: Party | undefined, region: string): NumberReading {
  const addresses = party?.['addresses.'] ?? [];
  const countries = addresses.map((address) => regionOfCountry(address['country.']?.code));
  return { region, country: countries.find((country) => country !== undefined) };
}

/** A part of a mechanism's value as it is typed, and the identifier that it stands for. */
export interface MechanismPart {
  text: string;
  identifier: ContactIdentifier;
}

/** The identifiers that a mechanism stands for, normalised; none where it is none (a web site, an unreadable number). */
export function partsOfMechanism({ type, value, name }: Mechanism, reading: NumberReading): MechanismPart[] {
  if (!value || value.trim() === '') return [];
  const partsOf = (stored: Identifier, text = value): MechanismPart[] => {
    const identifier = readStored(stored, reading);
    return identifier ? [{ text, identifier }] : [];
  };
  if (phoneTypes.includes(type))
    return textsOf({ kind: 'phone', value }).flatMap((text) => partsOf({ kind: 'phone', value: text }, text));
  if (type === 'email') return partsOf({ kind: 'email', value });
  const kind = otherKinds.find((one) => type === 'other' && value.startsWith(`${one}:`));
  if (!kind) return [];
  const scope = name ? { scope: name } : {};
  return partsOf({ kind, value: value.slice(kind.length + 1), ...scope });
}

/** The row that holds an identifier. Tryton takes numbers in international form only. */
export function mechanismOf({ kind, value, scope }: Identifier): {
  type: string;
  value: string;
  name?: string;
} {
  if (kind === 'phone') return { type: 'phone', value };
  if (kind === 'email') return { type: 'email', value };
  return { type: 'other', value: `${kind}:${value}`, ...(scope !== undefined && { name: scope }) };
}

/** `types`: the fields beside Tryton's own, and of what type each is. */
export function contactOfParty(party: Party, region: string, types: Map<string, string>): Contact {
  const fields: Record<string, FieldValue> = {};
  for (const [key, type] of types) {
    const value = valueOfTryton(party[key], type);
    if (value !== undefined) fields[key] = value;
  }
  const [address] = party['addresses.'] ?? [];
  const country = address?.['country.']?.code;
  if (address?.city) fields.city = address.city;
  if (country) fields.country = country;
  const language = party['lang.']?.code;
  if (language) fields.language = language.replace('_', '-');
  return {
    id: String(party.id),
    name: party.name ?? party.rec_name ?? '',
    kind: 'person',
    identifiers: identifiersOf(party['contact_mechanisms.'] ?? [], readingOfParty(party, region)),
    fields,
    version: party._timestamp ?? '',
    updatedAt:
      isoTime(String(valueOfTryton(party.write_date ?? party.create_date, 'timestamp'))) ??
      '1970-01-01T00:00:00Z',
  };
}

function identifiersOf(mechanisms: Mechanism[], reading: NumberReading): ContactIdentifier[] {
  return eachOnce(
    mechanisms.flatMap((mechanism) =>
      partsOfMechanism(mechanism, reading).map(({ identifier }) => identifier),
    ),
  );
}
