import * as z from 'zod/mini';
import type { FieldValue } from '../../domain/contact/contact.ts';
import type { FieldDefinition, FieldType } from '../../domain/fields/workspace.ts';
import { isoTime } from '../records/utc-time.ts';

/** What `fields_get` says of one field of a party. */
export const partyFieldSchema = z.object({
  type: z.string(),
  string: z.nullish(z.string()),
  readonly: z.optional(z.boolean()),
  required: z.optional(z.boolean()),
  // A method's name where the choices depend on the record.
  selection: z.optional(z.unknown()),
});
export const partyFieldsSchema = z.record(z.string(), partyFieldSchema);
export type PartyFields = z.infer<typeof partyFieldsSchema>;
const optionsSchema = z.array(z.tuple([z.nullable(z.union([z.string(), z.number()])), z.string()]));

const types: Record<string, FieldType> = {
  char: 'text',
  text: 'long-text',
  integer: 'number',
  float: 'number',
  numeric: 'number',
  boolean: 'check-box',
  date: 'date',
  datetime: 'date-time',
  timestamp: 'date-time',
  selection: 'choice',
};

/** What every party has and is shown otherwise, or is of no use to an agent. */
const elsewhere = new Set([
  'id',
  'name',
  'rec_name',
  'full_name',
  'active',
  'phone',
  'mobile',
  'fax',
  'email',
  'website',
  'distance',
  'code_readonly',
  'create_date',
  'write_date',
  'create_uid',
  'write_uid',
  'tax_identifier',
  'xml_id',
]);
/** Required, and given by Tryton itself (the number of the party) where nobody types one. */
const numbered = 'code';
const mostFields = 100;

/** The keys that `fieldsOfParty` shows, each with Tryton's own type. */
export function typesOfParty(fields: PartyFields): Map<string, string> {
  return new Map(fieldsOfParty(fields).map(({ key }) => [key, fields[key]?.type ?? 'char']));
}

/** The fields of a party that a view can show: Tryton's own, those of its modules, with its labels. */
export function fieldsOfParty(fields: PartyFields): FieldDefinition[] {
  return Object.entries(fields)
    .filter(
      ([key, { type }]) => types[type] !== undefined && !elsewhere.has(key) && /^[a-z]\w{0,63}$/i.test(key),
    )
    .slice(0, mostFields)
    .map(([key, field]) => {
      const options = z.safeParse(optionsSchema, field.selection).data;
      const type = types[field.type] ?? 'text';
      const open = type === 'choice' && options === undefined;
      return {
        key,
        label: (field.string || key).slice(0, 128),
        type: open ? 'text' : type,
        ...(field.required && key !== numbered && { required: true }),
        ...((field.readonly || open) && { readOnly: true }),
        ...(options && {
          options: options.flatMap(([value, label]) =>
            value === null || value === '' ? [] : [{ value: String(value), label }],
          ),
        }),
      };
    });
}

const objectSchema = z.union([
  z.object({ __class__: z.literal('date'), year: z.int(), month: z.int(), day: z.int() }),
  z.object({
    __class__: z.literal('datetime'),
    year: z.int(),
    month: z.int(),
    day: z.int(),
    hour: z.int(),
    minute: z.int(),
    second: z.int(),
  }),
  z.object({ __class__: z.literal('Decimal'), decimal: z.string() }),
]);

const someText = z.union([z.string(), z.number()]);
const valueSchemas: Record<string, z.ZodMiniType> = {
  integer: z.number(),
  float: z.number(),
  numeric: z.union([z.number(), objectSchema]),
  // SQLite has no truth values.
  boolean: z.union([z.boolean(), z.int()]),
  date: z.union([z.string(), objectSchema]),
  datetime: z.union([z.string(), objectSchema]),
  timestamp: z.union([z.string(), objectSchema]),
};

/** What a field of this type may hold. */
export function valueSchema(type: string): z.ZodMiniType {
  return z.nullish(valueSchemas[type] ?? someText);
}

/** A value as Tryton's JSON spells it, in ours; its times are UTC. undefined where there is none. */
export function valueOfTryton(value: unknown, type: string): FieldValue | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (type === 'boolean') return Boolean(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const object = z.safeParse(objectSchema, value).data;
  if (!object) return undefined;
  if (object.__class__ === 'Decimal') {
    const number = Number(object.decimal);
    return Number.isFinite(number) ? number : undefined;
  }
  if (object.__class__ === 'date') return `${pad(object.year, 4)}-${pad(object.month)}-${pad(object.day)}`;
  const { year, month, day, hour, minute, second } = object;
  return isoTime(`${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}Z`);
}

/** A value of ours as Tryton wants it for this field. undefined where it cannot hold it. */
export function valueForTryton(value: FieldValue, type: string): unknown {
  if (value === null || value === '') return type === 'boolean' ? false : null;
  switch (type) {
    case 'char':
    case 'text':
    case 'selection':
      return typeof value === 'string' ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'integer':
      return Number.isInteger(value) ? value : undefined;
    case 'float':
      return typeof value === 'number' ? value : undefined;
    case 'numeric':
      return typeof value === 'number' ? { __class__: 'Decimal', decimal: String(value) } : undefined;
    case 'date': {
      const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? [];
      if (year === undefined) return undefined;
      return { __class__: 'date', year: Number(year), month: Number(month), day: Number(day) };
    }
    case 'datetime':
    case 'timestamp': {
      const at = new Date(String(value));
      if (Number.isNaN(at.getTime())) return undefined;
      return {
        __class__: 'datetime',
        year: at.getUTCFullYear(),
        month: at.getUTCMonth() + 1,
        day: at.getUTCDate(),
        hour: at.getUTCHours(),
        minute: at.getUTCMinutes(),
        second: at.getUTCSeconds(),
        microsecond: 0,
      };
    }
    default:
      return undefined;
  }
}

function pad(part: number, length = 2): string {
  return String(part).padStart(length, '0');
}
