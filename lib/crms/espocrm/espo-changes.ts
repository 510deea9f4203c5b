import type { ContactChange, FieldValue } from '../../domain/contact.ts';
import { changeList } from '../parts/identifier-list.ts';
import { writeSlots } from '../parts/identifier-slots.ts';
import { splitName } from '../parts/person-name.ts';
import { type EspoContact, type EspoMapping, wellKnown } from './espo-contact.ts';

/**
 * What to send so that a record becomes what the change says. Lists of numbers and addresses are replaced whole by EspoCRM,
 * so every entry that stays goes along with all that EspoCRM keeps of it. Throws `no-slot` or `cannot-hold`.
 */
export function espoChanges(
  record: EspoContact | undefined,
  { name, identifiers, fields }: ContactChange,
  mapping: EspoMapping,
): Record<string, unknown> {
  const names = name === undefined ? undefined : splitName(name);
  return {
    ...names,
    ...(names && record?.middleName ? { middleName: null } : {}),
    ...(identifiers && identifierChanges(record, identifiers, mapping)),
    ...Object.fromEntries(
      Object.entries(fields ?? {}).map(([key, value]) => [attributeOf(key), valueForEspo(value)]),
    ),
  };
}

function identifierChanges(
  record: EspoContact | undefined,
  wanted: NonNullable<ContactChange['identifiers']>,
  { region, fields }: EspoMapping,
): Record<string, unknown> {
  const phones = changeList({
    kind: 'phone',
    entries: record?.phoneNumberData ?? [],
    textOf: ({ phoneNumber }) => phoneNumber,
    wanted,
    region,
  });
  const emails = changeList({
    kind: 'email',
    entries: record?.emailAddressData ?? [],
    textOf: ({ emailAddress }) => emailAddress,
    wanted,
    region,
  });
  const added = (value: string, attribute: string) => ({
    [attribute]: value,
    primary: false,
    optOut: false,
    invalid: false,
  });
  const others = wanted.filter(({ kind }) => kind !== 'phone' && kind !== 'email');
  return {
    ...(phones && {
      phoneNumberData: withPrimary([
        ...phones.kept,
        ...phones.added.map(({ value }) => added(value, 'phoneNumber')),
      ]),
    }),
    ...(emails && {
      emailAddressData: withPrimary([
        ...emails.kept,
        ...emails.added.map(({ value }) => added(value, 'emailAddress')),
      ]),
    }),
    ...writeSlots(record ?? {}, others, { fields, region }),
  };
}

/** One entry is primary; the first where the one that was is gone. */
function withPrimary<Entry extends { primary?: unknown }>(entries: Entry[]): Entry[] {
  if (entries.some(({ primary }) => primary === true)) return entries;
  return entries.map((entry, index) => ({ ...entry, primary: index === 0 }));
}

function attributeOf(key: string): string {
  return Object.keys(wellKnown).find((attribute) => wellKnown[attribute] === key) ?? key;
}

/** Our key of one of EspoCRM's attributes. */
export function keyOfAttribute(attribute: string): string {
  return wellKnown[attribute] ?? attribute;
}

/** Times go as EspoCRM writes them itself: in UTC, without a zone. */
function valueForEspo(value: FieldValue): FieldValue {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return value;
  const time = new Date(value);
  return Number.isNaN(time.valueOf()) ? value : time.toISOString().slice(0, 19).replace('T', ' ');
}
