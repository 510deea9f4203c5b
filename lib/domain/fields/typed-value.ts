import type { FieldValue } from '../contact/contact.ts';
import type { FieldType } from './workspace.ts';

/**
 * The value that is meant by what stands in an input: without blanks around it, a number as one, a local time as the moment
 * it is on this agent's clock. What cannot be read stays text, for its problem to be told.
 */
export function typedValue(type: FieldType, typed: FieldValue): FieldValue {
  if (typeof typed !== 'string') return typed;
  const text = typed.trim();
  if (text === '') return text;
  if (type === 'number' || type === 'currency') {
    const number = Number(text);
    return Number.isFinite(number) ? number : text;
  }
  if (type === 'date-time' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? text : at.toISOString();
  }
  return text;
}
