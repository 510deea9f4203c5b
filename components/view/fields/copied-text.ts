import type { Contact } from '../../../lib/domain/contact/contact.ts';
import { valueLimits } from '../../../lib/domain/contact/value-limits.ts';
import { isEmpty } from '../../../lib/domain/fields/field-problem.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { fieldText, optionLabel } from '../../words/field-text.ts';
import { type EditedField, identifiersOf } from '../state/edited-value.ts';

/**
 * A field's value as it is put into the clipboard: numbers, addresses and texts whole, as other programs take them, several a
 * line each; the rest as it is read. Nothing goes with it that cannot be seen. Undefined where there is none.
 */
export function copiedText(field: EditedField, contact: Contact, now: number): string | undefined {
  if (field.identifier) {
    const own = identifiersOf(field, contact);
    return own.length > 0 ? own.map(({ value }) => safeText(value)).join('\n') : undefined;
  }
  const value = contact.fields[field.key] ?? null;
  if (isEmpty(value)) return undefined;
  if (Array.isArray(value)) return value.map((part) => optionLabel(field, part)).join('\n');
  const asRead = typeof value === 'boolean' || field.type === 'choice' || field.type.startsWith('date');
  return asRead ? fieldText(field, value, now) : safeText(String(value), valueLimits.text);
}
