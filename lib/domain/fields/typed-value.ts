import type { FieldValue } from '../contact/contact.ts';
import type { FieldType } from './workspace.ts';

/**
 * The value that is meant by what stands in an input: without blanks around it, a number as one, a local time as the moment
 * it is on this agent's clock. What cannot be read stays text, for its problem to be told. `decimal`: what stands before the
 * fraction where this agent writes.
 */
export function typedValue(type: FieldType, typed: FieldValue, decimal = '.'): FieldValue {
  if (typeof typed !== 'string') return typed;
  const text = typed.trim();
  if (text === '') return text;
  if (type === 'number' || type === 'currency') return typedNumber(text, decimal) ?? text;
  if (type === 'date-time' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? text : at.toISOString();
  }
  return text;
}

/**
 * `1 234,5`, `1'234.5`, `-1,234.50`, `1.234.567`. Where one mark with three digits behind it is not this agent's own of a fraction
 * it could as well part thousands: that is not guessed, since it would be a thousand times as much.
 */
function typedNumber(text: string, decimal: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '').replace('\u2212', '-');
  if (!/^[+-]?[\d.,]*\d[.,]?$/.test(plain)) return undefined;
  const at = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (at < 0) return Number(plain);
  const mark = plain.charAt(at);
  const before = plain.slice(0, at);
  const after = plain.slice(at + 1);
  const isOnly = !/[.,]/.test(before);
  if (isOnly && mark !== decimal && after.length === 3) return undefined;
  const isThousands = before.includes(mark);
  const whole = isThousands ? plain : before;
  if (!isGrouped(whole)) return undefined;
  const number = Number(whole.replace(/[.,]/g, '') + (isThousands ? '' : `.${after}`));
  return Number.isFinite(number) ? number : undefined;
}

/** Thousands in threes, where they are parted at all: else a slip of the hand would be a thousand times as much. */
function isGrouped(whole: string): boolean {
  return /^[+-]?\d*$/.test(whole) || /^[+-]?\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(whole);
}
