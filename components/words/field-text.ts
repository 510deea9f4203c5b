import type { FieldValue } from '../../lib/domain/contact/contact.ts';
import { valueLimits } from '../../lib/domain/contact/value-limits.ts';
import { isEmpty } from '../../lib/domain/fields/field-problem.ts';
import type { FieldDefinition } from '../../lib/domain/fields/workspace.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { clockTime, day, nearDay } from './format-time.ts';
import { numberFormat } from './language/formats.ts';
import { sharedWords } from './shared-words.ts';

/** A field's value as one line for eyes; undefined where it is empty. Values of the wrong type are shown as they are. */
export function fieldText(field: FieldDefinition, value: FieldValue, now: number): string | undefined {
  if (value === null || isEmpty(value)) return undefined;
  if (Array.isArray(value)) return value.map((part) => optionLabel(field, part)).join(', ');
  if (typeof value === 'boolean') return value ? sharedWords().values.yes : sharedWords().values.no;
  if (typeof value === 'number') return numberText(field, value);
  if (field.type === 'number' || field.type === 'currency') {
    const number = Number(value);
    return value.trim() !== '' && Number.isFinite(number) ? numberText(field, number) : safeText(value);
  }
  if (field.type === 'date') return dateText(value, now);
  if (field.type === 'date-time') return dateTimeText(value, now);
  return optionLabel(field, value, field.type === 'long-text' ? valueLimits.text : valueLimits.line);
}

/** The label of a choice, or the value itself where no option has it (any more). */
export function optionLabel(field: FieldDefinition, value: string, max = valueLimits.line): string {
  return safeText(field.options?.find((option) => option.value === value)?.label ?? value, max);
}

/** What stands before a fraction where this reader writes. */
export function decimalMark(): string {
  const parts = numberFormat().formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

function numberText(field: FieldDefinition, value: number): string {
  if (field.type !== 'currency' || !/^[A-Z]{3}$/.test(field.currency ?? ''))
    return numberFormat({ maximumFractionDigits: 6 }).format(value);
  const format = numberFormat({
    style: 'currency',
    currency: field.currency ?? 'EUR',
    currencyDisplay: 'narrowSymbol',
  });
  return format
    .formatToParts(value)
    .map((part) => (part.type === 'currency' ? `${part.value.trim()}\u00A0` : part.value))
    .join('')
    .replace(/\u00A0\s+/, '\u00A0');
}

/** A date without a time never shifts its zone. */
function dateText(value: string, now: number): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at)) return safeText(value);
  return day(at, now, 'UTC');
}

function dateTimeText(value: string, now: number): string {
  const at = Date.parse(value);
  return Number.isNaN(at)
    ? safeText(value)
    : sharedWords().values.dayAndTime(nearDay(at, now), clockTime(at));
}
