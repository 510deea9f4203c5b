import type { FieldValue } from '../../domain/contact/contact.ts';
import type { DefinedField } from '../../domain/crm/crm-definition-fields.ts';
import { timeOfSeconds } from '../records/utc-time.ts';

const longestText = 16_384;
const longestEntry = 1_024;
const mostEntries = 200;
/** Seconds up to here, milliseconds beyond: both mean a day in this century. */
const mostSeconds = 100_000_000_000;

/** What a CRM's value is in ours; undefined where it is empty, or nothing that this type of field can be. */
export function readFieldValue(value: unknown, field: DefinedField): FieldValue | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  switch (field.type) {
    case 'check-box':
      if (field.yes !== undefined && field.yes !== null) return String(value) === String(field.yes);
      return typeof value === 'boolean' ? value : undefined;
    case 'number':
    case 'currency':
      return isPlain(value) && Number.isFinite(Number(value)) ? Number(value) : undefined;
    case 'multiple-choice':
    case 'list':
      return readList(value, field.separator);
    case 'date':
      if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) return value.slice(0, 10);
      return readTime(value)?.slice(0, 10) ?? readText(value);
    case 'date-time':
      return readTime(value) ?? readText(value);
    default:
      return readText(value);
  }
}

/** Our value as this CRM has it. */
export function writeFieldValue(value: FieldValue, field: DefinedField, empty: null | ''): unknown {
  if (value === null || value === '') return field.empty === undefined ? empty : field.empty;
  if (typeof value === 'boolean') return writeMark(value, field);
  if (Array.isArray(value)) return field.separator === undefined ? value : value.join(field.separator);
  const written = typeof value === 'string' ? writeTime(value, field) : undefined;
  return written ?? value;
}

function writeMark(value: boolean, { yes, no }: DefinedField): unknown {
  const mark = value ? yes : no;
  return mark === undefined ? value : mark;
}

/** A date or a moment as this CRM writes it; undefined where that is as we do. */
function writeTime(value: string, { type, written }: DefinedField): string | number | undefined {
  if (written === undefined || (type !== 'date' && type !== 'date-time')) return undefined;
  const time = new Date(value);
  if (Number.isNaN(time.valueOf())) return undefined;
  const seconds = time.toISOString().slice(0, 19);
  switch (written) {
    case 'seconds':
      return Math.floor(time.valueOf() / 1_000);
    case 'milliseconds':
      return time.valueOf();
    case 'plain':
      return type === 'date' ? value : seconds.replace('T', ' ');
    case 'iso-seconds':
      return `${seconds}Z`;
  }
}

/**
 * A moment as ISO 8601 with its zone, from that, from seconds or milliseconds since 1970, or from a date and time without a
 * zone, which is read as UTC. undefined for what is no moment.
 */
export function readTime(value: unknown): string | undefined {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,13}$/.test(value))) {
    const number = Number(value);
    return isoOf(new Date(Math.abs(number) < mostSeconds ? number * 1_000 : number));
  }
  if (typeof value !== 'string') return undefined;
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?$/.exec(value);
  return found ? isoOf(new Date(`${found[1]}T${found[2]}${found[3] ?? 'Z'}`)) : undefined;
}

function isoOf(time: Date): string | undefined {
  return timeOfSeconds(time.valueOf() / 1_000);
}

function readText(value: unknown): string | undefined {
  return isPlain(value) || typeof value === 'boolean' ? String(value).slice(0, longestText) : undefined;
}

function readList(value: unknown, separator: string | undefined): string[] | undefined {
  const entries = Array.isArray(value)
    ? value
    : separator !== undefined && isPlain(value)
      ? String(value).split(separator)
      : [value];
  const texts = entries.filter(isPlain).map((one) => String(one).slice(0, longestEntry));
  return texts.length === 0 ? undefined : texts.slice(0, mostEntries);
}

function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
