import * as z from 'zod/mini';
import type { Contact, ContactIdentifier, FieldValue } from '../../domain/contact/contact.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { readSlots } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import { eachOnce, type NumberReading, readStoredEach } from '../identifiers/stored-identifier.ts';
import { fineVersion } from '../records/fine-version.ts';
import { fingerprint } from '../records/fingerprint.ts';
import { joinName } from '../records/person-name.ts';
import { utcTime } from '../records/utc-time.ts';

const text = z.nullish(z.string());
export const phoneEntrySchema = z.looseObject({
  phoneNumber: z.string(),
  primary: z.optional(z.unknown()),
});
export const emailEntrySchema = z.looseObject({
  emailAddress: z.string(),
  primary: z.optional(z.unknown()),
});

/** EspoCRM refuses 0 in place of saying that it is not there. */
export const espoIdPattern = /^(?!0$)[\w-]{1,64}$/;

/** A contact as EspoCRM sends it. Lists of them lack the two `…Data`, and thereby every second number and address. */
export const espoContactSchema = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(256)),
  deleted: z.nullish(z.boolean()),
  ...{ name: text, firstName: text, middleName: text, lastName: text },
  ...{ createdAt: text, modifiedAt: text, phoneNumber: text, emailAddress: text },
  phoneNumberData: z.nullish(z.array(phoneEntrySchema)),
  emailAddressData: z.nullish(z.array(emailEntrySchema)),
});
export type EspoContact = z.infer<typeof espoContactSchema>;

/** EspoCRM's attribute to our well-known key. */
export const wellKnown: ReadonlyMap<string, string> = new Map([
  ['title', 'jobTitle'],
  ['accountName', 'company'],
  ['addressCity', 'city'],
  ['assignedUserName', 'owner'],
]);

/** EspoCRM writes times in UTC without saying so. */
const fullTime = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** Book-keeping of EspoCRM's own, and what stands elsewhere in a contact. */
const notFields =
  /^(?:id|name|deleted|(?:first|middle|last)Name|emailAddress|phoneNumber|(?:created|modified)At|(?:created|modified)ByName|isFollowed|hasPortalUser|portalUserName|originalLeadName|targetListIsOptedOut|accountIsInactive|accountType|versionNumber|streamUpdatedAt|(?:emailAddress|phoneNumber)(?:IsOptedOut|IsInvalid))$/;

/** How a contact's numbers are read: EspoCRM takes any text for a country. */
export function readingOfEspo(
  record: Readonly<Record<string, unknown>> | undefined,
  region: string,
): NumberReading {
  return { region, country: regionOfCountry(record?.addressCountry) };
}

export interface EspoMapping {
  region: string;
  fields: IdentifierFields;
}

/** A record from a list is only part of a contact; it gets no version, so that nothing can be written over by it. */
export function contactOfEspo(record: EspoContact, { region, fields }: EspoMapping): Contact {
  const reading = readingOfEspo(record, region);
  const whole = record.phoneNumberData !== undefined;
  const changed = record.modifiedAt ?? record.createdAt ?? '';
  const slots = new Set(Object.values(fields).flat());
  const values = Object.entries(record)
    .filter(([key]) => !notFields.test(key) && !slots.has(key) && !isLink(key, record))
    .flatMap(([key, value]): [string, FieldValue][] => {
      const read = valueOfEspo(value);
      return read === undefined ? [] : [[wellKnown.get(key) ?? key, read]];
    });
  const name = joinName(record.firstName, record.middleName, record.lastName) || joinName(record.name);
  const identifiers = [...identifiersOfEspo(record, reading), ...readSlots(record, fields, reading)];
  const shown = Object.fromEntries(values);
  return {
    id: record.id,
    name,
    kind: 'person',
    identifiers,
    fields: shown,
    version: whole
      ? changed
        ? fineVersion(changed, { name, identifiers, fields: shown })
        : fingerprint(record)
      : '',
    updatedAt: utcTime(changed) ?? '1970-01-01T00:00:00Z',
  };
}

/** `accountId` beside `accountName`, `teamsIds` beside `teamsNames`: the names are for people. */
function isLink(key: string, record: EspoContact): boolean {
  const name = /^(\w+)Id(s?)$/.exec(key);
  return name !== null && `${name[1]}Name${name[2]}` in record;
}

/** What a record of EspoCRM that has numbers and addresses of its own holds of them. */
export function identifiersOfEspo(
  record: Pick<EspoContact, 'phoneNumber' | 'emailAddress' | 'phoneNumberData' | 'emailAddressData'>,
  reading: NumberReading,
): ContactIdentifier[] {
  const phones = record.phoneNumberData?.map(({ phoneNumber }) => phoneNumber) ?? [record.phoneNumber ?? ''];
  const emails = record.emailAddressData?.map(({ emailAddress }) => emailAddress) ?? [
    record.emailAddress ?? '',
  ];
  return eachOnce([
    ...phones.flatMap((value) => readStoredEach({ kind: 'phone', value }, reading)),
    ...emails.flatMap((value) => readStoredEach({ kind: 'email', value }, reading)),
  ]);
}

/** undefined for what is empty, and for what no field of ours can hold. */
function valueOfEspo(value: unknown): FieldValue | undefined {
  if (typeof value === 'string')
    return value === '' ? undefined : (fullTime.test(value) && utcTime(value)) || value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) return value;
  return undefined;
}
