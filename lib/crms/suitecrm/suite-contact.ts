import * as z from 'zod/mini';
import type { Contact, FieldValue } from '../../domain/contact/contact.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { FieldProblemCode } from '../../domain/fields/field-problem-codes.ts';
import { readSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import type { NumberReading } from '../identifiers/stored-identifier.ts';
import { fingerprint } from '../records/fingerprint.ts';
import { joinName, splitName } from '../records/person-name.ts';
import type { RecordChange } from '../records/record-change.ts';
import {
  isSuiteReadOnly,
  keyOfSuite,
  type SuiteFields,
  suiteFieldNames,
  suiteNameOf,
} from './suite-fields.ts';

const text = z.nullish(z.union([z.string(), z.number()]));
const ownSchema = z.looseObject({
  first_name: text,
  last_name: text,
  date_modified: z.optional(z.iso.datetime({ offset: true })),
});
const valueSchema: z.ZodMiniType = z.nullish(z.union([z.string(), z.number(), z.boolean()]));

/** A contact as SuiteCRM's V8 API sends it, with these fields: nearly everything is text. */
export function suiteRecordSchema({ slots, fields }: Pick<SuiteMapping, 'slots' | 'fields'>) {
  const names = [...suiteFieldNames(fields), ...Object.values(slots).flat()].filter(
    (name) => !Object.hasOwn(ownSchema.shape, name),
  );
  // What each of them is, is looked at where it is shown.
  const each = Object.fromEntries(names.map((name) => [name, valueSchema]));
  return z.looseObject({
    id: z.string().check(z.minLength(1), z.maxLength(256)),
    attributes: z.extend(ownSchema, each) as typeof ownSchema,
  });
}
export type SuiteRecord = z.infer<ReturnType<typeof suiteRecordSchema>>;
/** The attributes as they came, but for their texts, which are plain. */
export type SuiteAttributes = Readonly<Record<string, unknown>>;

/** What every read asks for besides slots and the fields that are shown. */
export const suiteOwnFields = ['first_name', 'last_name', 'date_modified'];

export interface SuiteMapping {
  region: string;
  /** Where identifiers stand, phone and e-mail among them. */
  slots: IdentifierFields;
  fields: SuiteFields;
}

/** SuiteCRM takes any text for a country: a name, in whatever language, or a code. */
function readingOf(attributes: Record<string, unknown>, region: string): NumberReading {
  const { primary_address_country: primary, alt_address_country: other } = attributes;
  return { region, country: regionOfCountry(primary) ?? regionOfCountry(other) };
}

/** `told`: the attributes as they came. */
export function contactOfSuite(
  { id, attributes }: SuiteRecord,
  told: SuiteAttributes,
  { region, slots, fields }: SuiteMapping,
): Contact {
  const taken = new Set(Object.values(slots).flat());
  const values = suiteFieldNames(fields)
    .filter((name) => !taken.has(name))
    .flatMap((name): [string, FieldValue][] => {
      const value = valueOfSuite(attributes[name], fields[name]?.type ?? '');
      return value === undefined ? [] : [[keyOfSuite(name), value]];
    });
  return {
    id,
    name: joinName(attributes.first_name, attributes.last_name),
    kind: 'person',
    identifiers: readSlots(attributes, slots, readingOf(attributes, region)),
    fields: Object.fromEntries(values),
    // SuiteCRM tells the minute only; two changes within one must not pass for none.
    version: `${attributes.date_modified ?? ''} ${fingerprint({ date_modified: told.date_modified, ...told })}`,
    updatedAt: attributes.date_modified ?? '1970-01-01T00:00:00Z',
  };
}

/** The attributes to write so that a contact becomes what the change says. Throws `no-slot`, `cannot-hold` and `invalid`. */
export function suiteChanges(
  before: SuiteAttributes,
  { name, fields: values, ...places }: RecordChange,
  { region, slots, fields }: SuiteMapping,
): Record<string, string> {
  const problems: Record<string, FieldProblemCode> = {};
  const written = Object.entries(values ?? {}).map(([key, value]): [string, string] => {
    const field = suiteNameOf(key);
    if (!suiteFieldNames(fields).includes(field)) problems[key] = 'not-a-field';
    else if (isSuiteReadOnly(fields, field)) problems[key] = 'read-only';
    return [field, textForSuite(value)];
  });
  if (Object.keys(problems).length > 0) throw new CrmError({ code: 'invalid', fields: problems });
  const names = name === undefined ? undefined : splitName(name);
  return {
    ...(names && { first_name: names.firstName, last_name: names.lastName }),
    ...slotChanges(before, places, { fields: slots, reading: readingOf(before, region) }),
    ...Object.fromEntries(written),
  };
}

function valueOfSuite(value: unknown, type: string): FieldValue | undefined {
  if (value === undefined) return undefined;
  if (type === 'bool') return value === '1' || value === true || value === 1;
  if (value === '' || value === null) return undefined;
  if (['int', 'float', 'double', 'decimal', 'currency'].includes(type)) {
    const number = Number(value);
    return Number.isNaN(number) ? undefined : number;
  }
  return typeof value === 'string' ? value : undefined;
}

/** A time in ISO 8601 is answered with yes and stored as nothing. */
function textForSuite(value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return String(value);
  const time = new Date(value);
  return Number.isNaN(time.valueOf()) ? value : time.toISOString().slice(0, 19).replace('T', ' ');
}
