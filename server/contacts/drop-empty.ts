import type { FieldValue } from '../../lib/domain/contact/contact.ts';
import { isEmpty } from '../../lib/domain/fields/field-problem.ts';

/** Only fields that hold something: an emptied field is one that is not there. */
export function dropEmpty(fields: Record<string, FieldValue>): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}
