import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import type { DefinedField } from '../../domain/crm/crm-definition-fields.ts';
import type { ExpectedValue, ReportUnread } from '../../domain/crm/unread.ts';
import { readAt } from '../../domain/text/json-path.ts';
import { readFieldValue } from './field-value.ts';
import { type RawContact, textAt } from './rest-contact.ts';

const expectedOf: Partial<Record<NonNullable<DefinedField['type']>, ExpectedValue>> = {
  number: 'number',
  currency: 'number',
  'check-box': 'yes-or-no',
  'multiple-choice': 'list',
  list: 'list',
  'date-time': 'time',
};
/** Of a ContactID. */
export const longestId = 256;
const longestPath = 128;

/** Whether a record says which contact it is; one that does not is reported. */
export function hasId(
  { record }: RawContact,
  { record: places }: CrmDefinition,
  report: ReportUnread | undefined,
): boolean {
  const id = textAt(record, places.id);
  if (id !== '' && id.length <= longestId) return true;
  const expected = id === '' ? 'text' : 'size';
  report?.({ of: 'contact', whole: true, path: pathOf(places.id), expected });
  return false;
}

/** Reports fields, and places of identifiers, that hold what theirs cannot be: they are left out. */
export function reportUnread(
  { record }: RawContact,
  { fields, identifiers }: CrmDefinition,
  report: ReportUnread | undefined,
): void {
  for (const field of fields) {
    const path = field.path ?? field.key;
    const value = readAt(record, path);
    if (isEmpty(value) || readFieldValue(value, field) !== undefined) continue;
    const expected = expectedOf[field.type ?? 'text'] ?? 'text';
    report?.({ of: 'contact', whole: false, path: pathOf(path), expected });
  }
  const unread = (path: string, expected: ExpectedValue) =>
    report?.({ of: 'contact', whole: false, path: pathOf(path), expected });
  for (const { slots = [], list } of Object.values(identifiers)) {
    for (const path of slots)
      if (!isEmpty(readAt(record, path)) && textAt(record, path) === '') unread(path, 'text');
    if (!list) continue;
    const entries = readAt(record, list.path);
    if (!Array.isArray(entries)) {
      if (!isEmpty(entries)) unread(list.path, 'list');
      continue;
    }
    const { value } = list;
    if (!entries.every((entry: unknown) => textAt(entry, value) !== ''))
      unread(value === '.' ? `${list.path}[]` : `${list.path}[].${value}`, 'text');
  }
}

/** It is the definition's own. */
function pathOf(path: string): string {
  return path.slice(0, longestPath);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === false;
}
