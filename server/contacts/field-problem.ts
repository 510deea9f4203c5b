import type { FieldProblem } from '../../lib/crms/http/field-problems.ts';
import type { FieldValue } from '../../lib/domain/contact/contact.ts';
import { normaliseIdentifier } from '../../lib/domain/contact/normalise-identifier.ts';
import type { FieldDefinition, FieldType } from '../../lib/domain/fields/workspace.ts';

type Check = (value: FieldValue, definition: FieldDefinition, region: string) => FieldProblem | undefined;

const maxLine = 1_024;

const text =
  (longest: number): Check =>
  (value) => {
    if (typeof value !== 'string') return 'Must be text';
    return value.length > longest ? 'Too long' : undefined;
  };

const number: Check = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : 'Must be a number';

const isOption = (value: unknown, definition: FieldDefinition) =>
  definition.options?.some((option) => option.value === value) ?? false;

const matches =
  (test: (text: string) => boolean, problem: FieldProblem): Check =>
  (value) =>
    typeof value === 'string' && value.length <= maxLine && test(value) ? undefined : problem;

const checks: Record<FieldType, Check> = {
  text: text(maxLine),
  'long-text': text(16_384),
  person: text(256),
  number,
  currency: number,
  date: matches(isDate, 'Must be a date'),
  'date-time': matches(isDateTime, 'Must be a date and time'),
  choice: (value, definition) => (isOption(value, definition) ? undefined : 'Choose one of the options'),
  'multiple-choice': (value, definition) =>
    Array.isArray(value) && value.every((item) => isOption(item, definition))
      ? undefined
      : 'Choose among the options',
  'check-box': (value) => (typeof value === 'boolean' ? undefined : 'Must be yes or no'),
  url: matches(isWebAddress, 'Must be a web address'),
  email: matches((value) => /^[^\s@]+@[^\s@]+$/.test(value), 'Must be an e-mail address'),
  phone: (value, _definition, region) =>
    typeof value === 'string' && normaliseIdentifier({ kind: 'phone', value }, { region }) !== null
      ? undefined
      : 'Must be a phone number',
  list: (value) => (Array.isArray(value) ? undefined : 'Must be a list'),
};

/** What is wrong with a field's value, in words for the agent; undefined where nothing is. Empty values are always right. */
export function fieldProblem(
  value: FieldValue,
  definition: FieldDefinition,
  region: string,
): FieldProblem | undefined {
  return isEmpty(value) ? undefined : checks[definition.type](value, definition, region);
}

export function isEmpty(value: FieldValue | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function isDateTime(value: string): boolean {
  const [date = '', time = ''] = value.split('T');
  return isDate(date) && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(time);
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}
