import type { Contact, ContactChange, FieldValue } from '../../../lib/domain/contact/contact.ts';
import { isCut } from '../../../lib/domain/contact/contact-limits.ts';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import type { FieldDefinition } from '../../../lib/domain/fields/workspace.ts';

/** The value an editor of this field starts from. A field that stands for identifiers edits the only one there is. */
export function editedValue(field: FieldDefinition, contact: Contact): FieldValue {
  if (field.identifier) return contact.identifiers.find(({ kind }) => kind === field.identifier)?.value ?? '';
  const value = contact.fields[field.key];
  if (value !== undefined && value !== null) return value;
  return field.type === 'check-box' ? false : '';
}

/** The change that gives the contact this value: only this key; of identifiers the whole list, the others untouched. */
export function changeOf(field: FieldDefinition, contact: Contact, value: FieldValue): ContactChange {
  if (!field.identifier) return { fields: { [field.key]: value === '' ? null : value } };
  const kind = field.identifier;
  const text = String(value ?? '').trim();
  const index = contact.identifiers.findIndex((identifier) => identifier.kind === kind);
  const others = contact.identifiers.filter((_, at) => at !== index);
  if (text === '') return { identifiers: others };
  const identifiers = [...contact.identifiers];
  identifiers.splice(index < 0 ? identifiers.length : index, index < 0 ? 0 : 1, { kind, value: text });
  return { identifiers };
}

export function sameValue(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(a === null ? '' : a) === JSON.stringify(b === null ? '' : b);
}

/** It is not whole here, so that an edit would write a part of it back. */
export function isCutField(field: FieldDefinition, contact: Contact): boolean {
  return isCut(contact, field.identifier ? 'identifiers' : { field: field.key });
}

const editable = new Set(['text', 'long-text', 'phone', 'email', 'choice', 'check-box', 'date']);

/** Whether a field can be edited in place. With several identifiers of a kind there is no telling which is meant. */
export function isEditable(field: FieldDefinition, contact: Contact, can: CrmCapabilities): boolean {
  if (!can.update || field.readOnly || !editable.has(field.type)) return false;
  if (isCutField(field, contact)) return false;
  if (!field.identifier) return true;
  const count = contact.identifiers.filter(({ kind }) => kind === field.identifier).length;
  // One in the place of another takes the other away.
  return can.identifiers.includes(field.identifier) && count <= (can.unlink ? 1 : 0);
}
