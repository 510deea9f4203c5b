import * as z from 'zod/mini';
import type { FieldValue } from '../../domain/contact/contact.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { FieldDefinition, FieldType } from '../../domain/fields/workspace.ts';
import { readValues } from '../records/read-each.ts';
import { timeOfSeconds } from '../records/utc-time.ts';

const extraFieldSchema = z.object({
  type: z.string(),
  label: z.nullish(z.string()),
  required: z.optional(z.unknown()),
  param: z.optional(z.unknown()),
  /** A formula: Dolibarr computes it itself and drops what is written. */
  computed: z.optional(z.unknown()),
});
export const extraFieldsSchema = z.record(z.string(), extraFieldSchema);
export type ExtraFields = z.infer<typeof extraFieldsSchema>;

const none = z.array(z.unknown()).check(z.maxLength(0));
/** What `setup/extrafields` answers; of a kind without any, and in all (from 22), an empty list. Older ones say 404. */
export const extraFieldsReplySchema = z.union([
  z.object({ socpeople: z.optional(z.union([z.record(z.string(), z.unknown()), none])) }),
  none,
]);

/** Those of contacts that can be read; a contact without them is better than none. */
export function extraFieldsOf(
  reply: z.infer<typeof extraFieldsReplySchema>,
  report: ReportUnread | undefined,
): ExtraFields {
  if (Array.isArray(reply) || Array.isArray(reply.socpeople)) return {};
  try {
    return readValues(extraFieldSchema, reply.socpeople ?? {}, { of: 'field', report });
  } catch {
    return {};
  }
}

const types: Record<string, FieldType> = {
  varchar: 'text',
  text: 'long-text',
  html: 'long-text',
  int: 'number',
  double: 'number',
  price: 'number',
  boolean: 'check-box',
  date: 'date',
  datetime: 'date-time',
  select: 'choice',
  radio: 'choice',
  checkbox: 'multiple-choice',
  phone: 'phone',
  mail: 'email',
  url: 'url',
};
/** Markup would be lost by an edit as text; the server's time zone is not told. */
const onlyRead = new Set(['html', 'date', 'datetime']);
const optionsSchema = z.object({ options: z.record(z.string(), z.string()) });
const halfDay = 43_200;

/** Extra fields as the view shows them; of kinds that hold keys of other tables none. */
export function definitionsOf(extraFields: ExtraFields): FieldDefinition[] {
  return Object.entries(extraFields).flatMap(([name, { type, label, required, param, computed }]) => {
    const known = types[type];
    if (!known) return [];
    const choice = known === 'choice' || known === 'multiple-choice';
    return {
      key: `options_${name}`,
      label: label || name,
      type: known,
      ...(required === '1' && !computed && { required: true }),
      ...((onlyRead.has(type) || Boolean(computed)) && { readOnly: true }),
      ...(choice && {
        options: Object.entries(optionsOf(param)).map(([value, text]) => ({ value, label: text })),
      }),
    };
  });
}

/** A value from `array_options`, in ours. Dates are seconds of the server's midnight, whatever its zone. */
export function valueOfExtra(value: unknown, type: string): FieldValue | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const text = String(value);
  const seconds = Number(value);
  switch (types[type]) {
    case undefined:
      return undefined;
    case 'check-box':
      return text === '1';
    case 'number':
      return Number.isFinite(seconds) ? seconds : undefined;
    case 'date':
      return Number.isFinite(seconds) ? isoOf(seconds + halfDay)?.slice(0, 10) : text.slice(0, 10);
    case 'date-time':
      return Number.isFinite(seconds) ? isoOf(seconds) : text;
    case 'multiple-choice':
      return text.split(',');
    default:
      return text;
  }
}

/** A value of ours as Dolibarr keeps it. */
export function extraForDolibarr(value: FieldValue): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return Array.isArray(value) ? value.join(',') : String(value ?? '');
}

function isoOf(seconds: number): string | undefined {
  return timeOfSeconds(seconds)?.replace('.000', '');
}

/** Choices come as JSON or, from older versions, as PHP writes an array down. */
function optionsOf(param: unknown): Record<string, string> {
  const known = z.safeParse(optionsSchema, param);
  if (known.success) return known.data.options;
  const text = typeof param === 'string' ? param.replace(/^.*?"options";a:\d+:\{/s, '') : '';
  const pairs = text.matchAll(/(?:s:\d+:"([^"]*)"|i:(\d+));s:\d+:"([^"]*)";/g);
  return Object.fromEntries([...pairs].map(([, name, index, label]) => [name ?? index, label]));
}
