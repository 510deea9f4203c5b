import * as z from 'zod/mini';
import type { Contact, ContactIdentifier, FieldValue } from '../../domain/contact/contact.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { isInternational } from '../../domain/numbers/phone.ts';
import { readSlots } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import {
  eachOnce,
  type NumberReading,
  readStored,
  readStoredEach,
  textsOf,
} from '../identifiers/stored-identifier.ts';
import { fingerprint } from '../records/fingerprint.ts';
import { joinName } from '../records/person-name.ts';

export const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const text = z.nullish(z.string());
export const twentyPhoneSchema = z.object({ number: z.string(), callingCode: text, countryCode: text });

/** A person as Twenty's REST API sends it with `depth=0`. */
export const twentyPersonSchema = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(256)),
  name: z.nullish(z.object({ firstName: text, lastName: text })),
  phones: z.nullish(
    z.object({
      primaryPhoneNumber: text,
      primaryPhoneCountryCode: text,
      primaryPhoneCallingCode: text,
      additionalPhones: z.nullish(z.array(twentyPhoneSchema)),
    }),
  ),
  emails: z.nullish(z.object({ primaryEmail: text, additionalEmails: z.nullish(z.array(z.string())) })),
  // Asked for by its id, one that is none would fail for all.
  companyId: z.nullish(z.string().check(z.regex(uuid))),
  updatedAt: z.optional(z.iso.datetime({ offset: true })),
});
export type TwentyPerson = z.infer<typeof twentyPersonSchema>;
export type TwentyPhone = z.infer<typeof twentyPhoneSchema>;

/** Book-keeping of Twenty's own, and what stands elsewhere in a contact. */
const notFields =
  /^(?:id|name|phones|emails|position|searchVector|avatarUrl|createdBy|(?:created|updated|deleted)At|\w+Id)$/;
const linksSchema = z.looseObject({ primaryLinkUrl: z.string() });
const currencySchema = z.looseObject({ amountMicros: z.coerce.number() });

export interface TwentyMapping {
  region: string;
  fields: IdentifierFields;
  /** Names of companies by their id, as far as they are known. */
  companies: ReadonlyMap<string, string>;
}

/** People have no address of their own there: each number has its country. */
function readingOf({ countryCode }: Partial<TwentyPhone>, region: string): NumberReading {
  return { region, country: regionOfCountry(countryCode) };
}

export function contactOfTwenty(person: TwentyPerson, { region, fields, companies }: TwentyMapping): Contact {
  const slots = new Set(Object.values(fields).flat());
  const company = companies.get(person.companyId ?? '');
  const values = Object.entries(person).flatMap(([key, value]): [string, FieldValue][] => {
    // A custom field such as clientId ends like a link, but then it holds a text that is no id of Twenty's.
    if ((notFields.test(key) && !isOwnText(key, value)) || slots.has(key)) return [];
    const read = valueOfTwenty(value);
    return read === undefined ? [] : [[key, read]];
  });
  const found = [
    ...phonesOf(person).flatMap((phone) => phoneIdentifiers(phone, region)),
    ...emailsOf(person).flatMap((value) => readStoredEach({ kind: 'email', value }, { region })),
  ];
  const own = eachOnce(found);
  return {
    id: person.id,
    name: joinName(person.name?.firstName, person.name?.lastName),
    kind: 'person',
    identifiers: [...own, ...readSlots(person, fields, { region })],
    fields: { ...(company !== undefined && { company }), ...Object.fromEntries(values) },
    version: person.updatedAt ?? fingerprint(person),
    updatedAt: person.updatedAt ?? '1970-01-01T00:00:00Z',
  };
}

/** All numbers in one list, the primary one first. */
export function phonesOf({ phones }: Pick<TwentyPerson, 'phones'>): TwentyPhone[] {
  const number = phones?.primaryPhoneNumber ?? '';
  const primary = {
    number,
    callingCode: phones?.primaryPhoneCallingCode,
    countryCode: phones?.primaryPhoneCountryCode,
  };
  return [...(number === '' ? [] : [primary]), ...(phones?.additionalPhones ?? [])];
}

/** All addresses in one list, the primary one first. */
export function emailsOf({ emails }: Pick<TwentyPerson, 'emails'>): string[] {
  return [emails?.primaryEmail ?? '', ...(emails?.additionalEmails ?? [])].filter((one) => one !== '');
}

/**
 * A number is meant nationally in its own country, unless it is typed with its country code; Twenty checks neither. With the
 * calling code that Twenty keeps beside it, it is spelled in full.
 */
export function phoneIdentifiers(phone: TwentyPhone, region: string): ContactIdentifier[] {
  const texts = textsOf({ kind: 'phone', value: phone.number });
  return eachOnce(texts.flatMap((number) => phoneIdentifier({ ...phone, number }, region) ?? []));
}

function phoneIdentifier(phone: TwentyPhone, region: string): ContactIdentifier | undefined {
  const { number } = phone;
  const callingCode = `+${(phone.callingCode ?? '').replace(/\D/g, '')}`;
  const local = readStored({ kind: 'phone', value: number }, readingOf(phone, region));
  if (callingCode === '+' || isInternational(number)) return local;
  if (!local?.value.startsWith(callingCode)) {
    return readStored({ kind: 'phone', value: `${callingCode} ${number}` }, { region });
  }
  // Its country stands beside it: it can be no other number.
  const { country: _, readings: __, ...told } = local;
  return told;
}

function isOwnText(key: string, value: unknown): boolean {
  return /Id$/.test(key) && typeof value === 'string' && !/^[\da-f]{8}-[\da-f-]{27}$/i.test(value);
}

function valueOfTwenty(value: unknown): FieldValue | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((one) => typeof one === 'string') ? value : undefined;
  }
  const link = z.safeParse(linksSchema, value);
  if (link.success) return link.data.primaryLinkUrl || undefined;
  const amount = z.safeParse(currencySchema, value);
  return amount.success && amount.data.amountMicros !== 0 ? amount.data.amountMicros / 1_000_000 : undefined;
}
