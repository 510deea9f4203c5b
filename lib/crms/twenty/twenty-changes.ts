import type { ContactChange } from '../../domain/contact.ts';
import { CrmError } from '../../domain/crm-error.ts';
import { parsePhone } from '../../domain/phone.ts';
import { changeList } from '../parts/identifier-list.ts';
import { writeSlots } from '../parts/identifier-slots.ts';
import { splitName } from '../parts/person-name.ts';
import { phoneVariants } from '../parts/phone-variants.ts';
import {
  emailsOf,
  phonesOf,
  phoneText,
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
  { name, identifiers, fields: values }: ContactChange,
  { region, fields }: Pick<TwentyMapping, 'region' | 'fields'>,
): Record<string, unknown> {
  const composite = Object.keys(values ?? {}).filter(
    (key) => key === 'company' || isComposite(person?.[key]),
  );
  if (composite.length > 0) {
    const problems = Object.fromEntries(composite.map((key) => [key, 'Cannot be changed']));
    throw new CrmError({ code: 'invalid', fields: problems });
  }
  if (!identifiers) return { ...(name !== undefined && { name: splitName(name) }), ...values };
  const phones = changeList({
    kind: 'phone',
    entries: phonesOf({ phones: person?.phones }),
    textOf: (phone) => phoneText(phone, region),
    wanted: identifiers,
    region,
  });
  const emails = changeList({
    kind: 'email',
    entries: emailsOf({ emails: person?.emails }),
    textOf: (email) => email,
    wanted: identifiers,
    region,
  });
  const others = identifiers.filter(({ kind }) => kind !== 'phone' && kind !== 'email');
  return {
    ...(name !== undefined && { name: splitName(name) }),
    ...(phones && {
      phones: phonesComposite([...phones.kept, ...phones.added.map(({ value }) => entryOf(value))]),
    }),
    ...(emails && { emails: emailsComposite([...emails.kept, ...emails.added.map(({ value }) => value)]) }),
    ...writeSlots(person ?? {}, others, { fields, region }),
    ...values,
  };
}

/** Twenty keeps the national number apart from its country. */
function entryOf(value: string): TwentyPhone {
  const { national, callingCode } = phoneVariants(value);
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
