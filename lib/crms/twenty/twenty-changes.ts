import * as z from 'zod/mini';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { FieldProblemCode } from '../../domain/fields/field-problem-codes.ts';
import { parsePhone } from '../../domain/numbers/phone.ts';
import { changeList } from '../identifiers/identifier-list.ts';
import { keptSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import { phoneVariants } from '../identifiers/phone-variants.ts';
import { readStored } from '../identifiers/stored-identifier.ts';
import { splitName } from '../records/person-name.ts';
import type { RecordChange } from '../records/record-change.ts';
import {
  emailsOf,
  phoneIdentifier,
  phonesOf,
  type TwentyMapping,
  type TwentyPerson,
  type TwentyPhone,
} from './twenty-person.ts';

/**
 * What to send so that a person becomes what the change says. Numbers and addresses are composites that go whole. Throws
 * `no-slot` or `cannot-hold`, and `invalid` for a field whose value is no plain one.
 */
export function twentyChanges(
  person: TwentyPerson | undefined,
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
  const phones = changeList({
    kind: 'phone',
    entries: phonesOf({ phones: person?.phones }),
    identifierOf: (phone) => phoneIdentifier(phone, region),
    wanted: identifiers,
  });
  const emails = changeList({
    kind: 'email',
    entries: emailsOf({ emails: person?.emails }),
    identifierOf: (value) => readStored({ kind: 'email', value }, { region }),
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
  person: TwentyPerson | undefined,
  fields: IdentifierFields,
): z.infer<typeof keptSchema> {
  const phones = { ...phonesComposite([]), ...filled(person?.phones) };
  const emails = { ...emailsComposite([]), ...filled(person?.emails) };
  return { phones, emails, slots: keptSlots(person ?? {}, fields) };
}

/** Nothing has several forms in Twenty: what is null goes as it is written when there is nothing. */
function filled(composite: object | null | undefined): object {
  return Object.fromEntries(Object.entries(composite ?? {}).filter(([, value]) => value !== null));
}

function keptChanges(
  person: TwentyPerson | undefined,
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

function phonesComposite([primary, ...additional]: TwentyPhone[]) {
  return {
    primaryPhoneNumber: primary?.number ?? '',
    primaryPhoneCountryCode: primary?.countryCode ?? '',
    primaryPhoneCallingCode: primary?.callingCode ?? '',
    additionalPhones: additional,
  };
}

function emailsComposite([primary = '', ...additional]: string[]) {
  return { primaryEmail: primary, additionalEmails: additional };
}

function isComposite(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
