import * as z from 'zod/mini';
import type { FieldValue } from '../../domain/contact/contact.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { changeList } from '../identifiers/identifier-list.ts';
import { keptSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import { readStoredEach } from '../identifiers/stored-identifier.ts';
import { splitName } from '../records/person-name.ts';
import type { RecordChange } from '../records/record-change.ts';
import {
  type EspoMapping,
  emailEntrySchema,
  phoneEntrySchema,
  readingOfEspo,
  wellKnown,
} from './espo-contact.ts';

/** The two lists as they came: an entry may be anything, and what cannot be read as one stays. */
const heldSchema = z.looseObject({
  phoneNumberData: z.nullish(z.array(z.unknown())),
  emailAddressData: z.nullish(z.array(z.unknown())),
});
export type EspoHeld = Readonly<Record<string, unknown>>;

/**
 * What to send so that a record, as it came, becomes what the change says. Lists of numbers and addresses are replaced whole by EspoCRM,
 * so every entry that stays goes along with all that EspoCRM keeps of it. Throws `no-slot`, `cannot-hold`,
 * and `read-only` where a list itself cannot be read.
 */
export function espoChanges(
  record: EspoHeld | undefined,
  { name, identifiers, kept, fields }: RecordChange,
  mapping: EspoMapping,
): Record<string, unknown> {
  const names = name === undefined ? undefined : splitName(name);
  return {
    ...names,
    ...(names && record?.middleName ? { middleName: null } : {}),
    ...(identifiers && identifierChanges(record, identifiers, mapping)),
    ...(kept !== undefined && keptChanges(record, kept, mapping)),
    ...Object.fromEntries(
      Object.entries(fields ?? {}).map(([key, value]) => [attributeOf(key), valueForEspo(value)]),
    ),
  };
}

function identifierChanges(
  record: EspoHeld | undefined,
  wanted: NonNullable<RecordChange['identifiers']>,
  { region, fields }: EspoMapping,
): Record<string, unknown> {
  const reading = readingOfEspo(record, region);
  const held = listsOf(record);
  const phones = changeList({
    kind: 'phone',
    entries: held.phoneNumberData,
    identifiersOf: (entry) => {
      const value = z.safeParse(phoneEntrySchema, entry).data?.phoneNumber;
      return value === undefined ? [] : readStoredEach({ kind: 'phone', value }, reading);
    },
    wanted,
  });
  const emails = changeList({
    kind: 'email',
    entries: held.emailAddressData,
    identifiersOf: (entry) => {
      const value = z.safeParse(emailEntrySchema, entry).data?.emailAddress;
      return value === undefined ? [] : readStoredEach({ kind: 'email', value }, reading);
    },
    wanted,
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
    ...slotChanges(record ?? {}, { identifiers: others }, { fields, reading }),
  };
}

const entrySchema = z.union([phoneEntrySchema, emailEntrySchema]);
const keptSchema = z.object({
  phoneNumberData: z.array(z.unknown()),
  emailAddressData: z.array(z.unknown()),
  slots: z.record(z.string(), z.string()),
});

/** Both lists with their types, marks and order, and the fields that are set for other client IDs. */
export function keptOfEspo(
  record: EspoHeld | undefined,
  { fields }: EspoMapping,
): z.infer<typeof keptSchema> {
  return { ...listsOf(record), slots: keptSlots(record ?? {}, fields) };
}

function keptChanges(
  record: EspoHeld | undefined,
  kept: unknown,
  { region, fields }: EspoMapping,
): Record<string, unknown> {
  const reading = readingOfEspo(record, region);
  const before = z.safeParse(keptSchema, kept);
  if (!before.success) throw new CrmError({ code: 'not-found' });
  const now = keptOfEspo(record, { region, fields });
  const lists = (['phoneNumberData', 'emailAddressData'] as const).filter(
    (list) => JSON.stringify(now[list]) !== JSON.stringify(before.data[list]),
  );
  return {
    ...Object.fromEntries(lists.map((list) => [list, before.data[list]])),
    ...slotChanges(record ?? {}, { kept: before.data.slots }, { fields, reading }),
  };
}

/** One entry is primary; the first where the one that was is gone. */
function withPrimary(entries: unknown[]): unknown[] {
  const known = entries.map((entry) => z.safeParse(entrySchema, entry).data);
  if (known.some((entry) => entry?.primary === true)) return entries;
  const first = known.findIndex(Boolean);
  return known.map((entry, index) => (entry ? { ...entry, primary: index === first } : entries[index]));
}

function listsOf(record: EspoHeld | undefined) {
  const held = z.safeParse(heldSchema, record ?? {});
  if (!held.success) throw new CrmError({ code: 'not-supported', reason: 'read-only' });
  // In one order, by which an undo finds out whether they have changed.
  const each = (entries: unknown[] | null | undefined) =>
    (entries ?? []).map((entry) => z.safeParse(entrySchema, entry).data ?? entry);
  return {
    phoneNumberData: each(held.data.phoneNumberData),
    emailAddressData: each(held.data.emailAddressData),
  };
}

function attributeOf(key: string): string {
  return [...wellKnown].find(([, ours]) => ours === key)?.[0] ?? key;
}

/** Our key of one of EspoCRM's attributes. */
export function keyOfAttribute(attribute: string): string {
  return wellKnown.get(attribute) ?? attribute;
}

/** Times go as EspoCRM writes them itself: in UTC, without a zone. */
function valueForEspo(value: FieldValue): FieldValue {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return value;
  const time = new Date(value);
  return Number.isNaN(time.valueOf()) ? value : time.toISOString().slice(0, 19).replace('T', ' ');
}
