import type { FieldValue } from '../contact/contact.ts';
import { nobodyIn } from '../contact/nobody.ts';
import { valueLimits } from '../contact/value-limits.ts';
import { safeUrl } from '../text/safe-text.ts';
import type { FieldProblemCode } from './field-problem-codes.ts';
import type { FieldDefinition, FieldType } from './workspace.ts';

/** What is wrong with a value. `most`: how many characters or parts there may be, where that is known. */
export interface FieldProblem {
  code: FieldProblemCode;
  most?: number;
}

/** As much of a field's definition as its values are judged by. */
export type JudgedField = Pick<FieldDefinition, 'type' | 'identifier' | 'options'> & {
  required?: boolean | undefined;
};

type Check = (value: FieldValue, field: JudgedField) => FieldProblem | undefined;

const textOf =
  (most: number): Check =>
  (value) => {
    if (typeof value !== 'string') return { code: 'not-text' };
    return value.length > most ? { code: 'too-long', most } : undefined;
  };

/** A line of text that passes a test. */
const lineThat =
  (passes: (text: string) => boolean, code: FieldProblemCode): Check =>
  (value) => {
    if (typeof value !== 'string') return { code };
    if (value.length > valueLimits.line) return { code: 'too-long', most: valueLimits.line };
    return passes(value) ? undefined : { code };
  };

const number: Check = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : { code: 'not-a-number' };

const list: Check = (value) => {
  if (!Array.isArray(value)) return { code: 'not-a-list' };
  if (value.length > valueLimits.parts) return { code: 'too-many', most: valueLimits.parts };
  const long = value.some((part) => part.length > valueLimits.part);
  return long ? { code: 'too-long', most: valueLimits.part } : undefined;
};

const checks: Record<FieldType, Check> = {
  text: textOf(valueLimits.line),
  'long-text': textOf(valueLimits.text),
  person: textOf(valueLimits.person),
  number,
  currency: number,
  date: lineThat(isDate, 'not-a-date'),
  'date-time': lineThat(isDateTime, 'not-a-date-time'),
  choice: (value, field) => (isOption(value, field) ? undefined : { code: 'not-an-option' }),
  'multiple-choice': (value, field) =>
    Array.isArray(value) && value.every((one) => isOption(one, field))
      ? list(value, field)
      : { code: 'not-among-options' },
  'check-box': (value) => (typeof value === 'boolean' ? undefined : { code: 'not-yes-or-no' }),
  // What a click may open, and nothing else: a web address without encryption is none.
  url: lineThat((text) => safeUrl(text) !== undefined, 'not-https'),
  email: lineThat((text) => /^[^\s@]+@[^\s@]+$/.test(text), 'not-an-email'),
  phone: (value, field) => phoneNobody(value) ?? phone(value, field),
  list,
};

const phone = lineThat(
  (text) => /^[+()\d\s./x#-]+$/i.test(text) && text.replace(/\D/g, '').length >= 3,
  'not-a-phone',
);

/**
 * What is wrong with a value that is to be written; undefined where nothing is. The one set of rules: of the view, before
 * it sends, and of the companion server. Another CRM judges by its own rules again.
 */
export function fieldProblem(field: JudgedField, value: FieldValue): FieldProblem | undefined {
  if (isEmpty(value)) return field.required ? { code: 'required' } : undefined;
  if (field.identifier && typeof value === 'string' && value.length > valueLimits.identifier)
    return { code: 'too-long', most: valueLimits.identifier };
  return checks[field.type](value, field);
}

/** True where a field has nothing in it. A check box that is off has. */
export function isEmpty(value: FieldValue | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** What a program or an exchange writes in the place of a number it does not have. */
function phoneNobody(value: FieldValue): FieldProblem | undefined {
  if (typeof value !== 'string') return undefined;
  // Signs around the digits may hide what they are.
  const said = [value, value.replace(/[^+\d]/g, '')].map(nobodyIn);
  const stands = said.some((nobody) => nobody === 'withheld' || nobody === 'unknown');
  return stands ? { code: 'stands-for-nobody' } : undefined;
}

function isOption(value: unknown, { options = [] }: JudgedField): boolean {
  return options.some((option) => option.value === value);
}

/** A day that there is, as ISO 8601 writes it. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A moment: with its zone, since without one it is another moment wherever it is read. */
function isDateTime(text: string): boolean {
  const [date = '', time = ''] = text.split('T');
  return isDate(date) && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(time);
}
