import * as z from 'zod/mini';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { FieldProblemCode } from '../../domain/fields/field-problem-codes.ts';
import { parsePhone } from '../../domain/numbers/phone.ts';
import { changeList } from '../identifiers/identifier-list.ts';
import { keptSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import { phoneVariants } from '../identifiers/phone-variants.ts';
import { readStoredEach } from '../identifiers/stored-identifier.ts';
import { splitName } from '../records/person-name.ts';
import type { RecordChange } from '../records/record-change.ts';
import {
  phoneIdentifiers,
  type TwentyMapping,
  type TwentyPhone,
  twentyPhoneSchema,
} from './twenty-person.ts';

const text = z.nullish(z.string());
/** A person's composites as they came: an entry of a list may be anything, and what cannot be read as one stays. */
const heldSchema = z.looseObject({
  phones: z.nullish(
    z.looseObject({
      primaryPhoneNumber: text,
      primaryPhoneCountryCode: text,
      primaryPhoneCallingCode: text,
      additionalPhones: z.nullish(z.array(z.unknown())),
    }),
  ),
  emails: z.nullish(z.looseObject({ primaryEmail: text, additionalEmails: z.nullish(z.array(z.unknown())) })),
});
export type TwentyHeld = Record<string, unknown>;

/**
 * What to send so that a person, as it came, becomes what the change says. Numbers and addresses are composites that go
 * whole. Throws `no-slot` or `cannot-hold`, `invalid` for a field whose value is no plain one, and `read-only` where a
 * composite itself cannot be read.
 */
export function twentyChanges(
  person: TwentyHeld | undefined,
  { name, identifiers, kept, fields: values }: RecordChange,
  { region, fields }: Pick<TwentyMapping, 'region' | 'fields'>,
): Record<string, unknown> {
  const composite = Object.keys(values ?? {}).filter(
    (key) => key === 'company' || isComposite(person?.[key]),
  );
  if (composite.length > 0) {
    const problem: FieldProblemCode = 'read-only';
    const problems = composite.map((key) => [key, problem]);
    throw new CrmError({ code: 'invalid', fields: Object.fromEntries(problems) });
  }
  if (kept !== undefined) return keptChanges(person, kept, { region, fields });
  if (!identifiers) return { ...(name !== undefined && { name: splitName(name) }), ...values };
  const held = heldOf(person);
  const phones = changeList({
    kind: 'phone',
    entries: phonesIn(held),
    identifiersOf: (entry) => {
      const phone = z.safeParse(twentyPhoneSchema, entry).data;
      return phone ? phoneIdentifiers(phone, region) : [];
    },
    wanted: identifiers,
  });
  const emails = changeList({
    kind: 'email',
    entries: emailsIn(held),
    identifiersOf: (value) =>
      typeof value === 'string' ? readStoredEach({ kind: 'email', value }, { region }) : [],
    wanted: identifiers,
  });
  const others = identifiers.filter(({ kind }) => kind !== 'phone' && kind !== 'email');
  return {
    ...(name !== undefined && { name: splitName(name) }),
    ...(phones && {
      phones: phonesComposite([...phones.kept, ...phones.added.map(({ value }) => entryOf(value))]),
    }),
    ...(emails && { emails: emailsComposite([...emails.kept, ...emails.added.map(({ value }) => value)]) }),
    ...slotChanges(person ?? {}, { identifiers: others }, { fields, reading: { region } }),
    ...values,
  };
}

const compositeSchema = z.record(z.string(), z.unknown());
const keptSchema = z.object({
  phones: compositeSchema,
  emails: compositeSchema,
  slots: z.record(z.string(), z.string()),
});

/** Both composites as Twenty has them, and the fields that are set for other client IDs. */
export function keptOfTwenty(
  person: TwentyHeld | undefined,
  fields: IdentifierFields,
): z.infer<typeof keptSchema> {
  const held = heldOf(person);
  const phones = { ...phonesComposite([]), ...filled(held.phones) };
  const emails = { ...emailsComposite([]), ...filled(held.emails) };
  return { phones, emails, slots: keptSlots(person ?? {}, fields) };
}

/** Nothing has several forms in Twenty: what is null goes as it is written when there is nothing. */
function filled(composite: object | null | undefined): object {
  return Object.fromEntries(Object.entries(composite ?? {}).filter(([, value]) => value !== null));
}

function keptChanges(
  person: TwentyHeld | undefined,
  kept: unknown,
  { region, fields }: Pick<TwentyMapping, 'region' | 'fields'>,
): Record<string, unknown> {
  const before = z.safeParse(keptSchema, kept);
  if (!before.success) throw new CrmError({ code: 'not-found' });
  const { phones, emails, slots } = before.data;
  const now = keptOfTwenty(person, fields);
  return {
    ...(JSON.stringify(now.phones) !== JSON.stringify(phones) && { phones }),
    ...(JSON.stringify(now.emails) !== JSON.stringify(emails) && { emails }),
    ...slotChanges(person ?? {}, { kept: slots }, { fields, reading: { region } }),
  };
}

/** Twenty keeps the national number apart from its country. */
function entryOf(value: string): TwentyPhone {
  const {
    nationals: [national = value],
    callingCode,
  } = phoneVariants({ kind: 'phone', value });
  return {
    number: national,
    callingCode: callingCode === '' ? '' : `+${callingCode}`,
    countryCode: parsePhone(value, '')?.country ?? '',
  };
}

function heldOf(person: TwentyHeld | undefined): z.infer<typeof heldSchema> {
  const held = z.safeParse(heldSchema, person ?? {});
  if (!held.success) throw new CrmError({ code: 'not-supported', reason: 'read-only' });
  return held.data;
}

/** The primary one first, as an entry. */
function phonesIn({ phones }: z.infer<typeof heldSchema>): unknown[] {
  const number = phones?.primaryPhoneNumber ?? '';
  const primary = {
    number,
    callingCode: phones?.primaryPhoneCallingCode,
    countryCode: phones?.primaryPhoneCountryCode,
  };
  return [...(number === '' ? [] : [primary]), ...(phones?.additionalPhones ?? [])];
}

function emailsIn({ emails }: z.infer<typeof heldSchema>): unknown[] {
  return [emails?.primaryEmail ?? '', ...(emails?.additionalEmails ?? [])].filter((one) => one !== '');
}

/** The first that can be read is the primary one. */
function phonesComposite(entries: unknown[]) {
  const at = entries.findIndex((entry) => z.safeParse(twentyPhoneSchema, entry).success);
  const primary = z.safeParse(twentyPhoneSchema, entries[at]).data;
  const additional = entries.filter((_, index) => index !== at);
  return {
    primaryPhoneNumber: primary?.number ?? '',
    primaryPhoneCountryCode: primary?.countryCode ?? '',
    primaryPhoneCallingCode: primary?.callingCode ?? '',
    additionalPhones: additional,
  };
}

function emailsComposite(entries: unknown[]) {
  const at = entries.findIndex((entry) => typeof entry === 'string');
  const additional = entries.filter((_, index) => index !== at);
  return { primaryEmail: entries[at] ?? '', additionalEmails: additional };
}

function isComposite(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
