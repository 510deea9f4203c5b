import type {
  Contact,
  ContactChange,
  ContactIdentifier,
  FieldValue,
} from '../../../lib/domain/contact/contact.ts';
import { isCut } from '../../../lib/domain/contact/contact-limits.ts';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import { isEmpty } from '../../../lib/domain/fields/field-problem.ts';
import type { FieldDefinition } from '../../../lib/domain/fields/workspace.ts';

/** What is edited in place: a field of the CRM's, one of several identifiers, or the name. */
export interface EditedField extends FieldDefinition {
  /** Of several identifiers of its kind the one that has this value. */
  which?: string;
  isName?: true;
}

/** The key that stands for the name: no field has it. */
export const nameKey = '#name';

/** One row for each of several identifiers of a kind; a single one, or none, is the field's own row. */
export function rowsOf(field: FieldDefinition, contact: Contact): EditedField[] {
  const own = field.identifier ? contact.identifiers.filter(({ kind }) => kind === field.identifier) : [];
  if (own.length < 2) return [field];
  return own.map((one) => ({
    ...field,
    key: JSON.stringify([field.key, one.value, one.scope ?? '']),
    which: one.value,
  }));
}

/** The identifiers that a field stands for. */
export function identifiersOf(field: EditedField, contact: Contact): ContactIdentifier[] {
  const { identifier, which } = field;
  return contact.identifiers.filter(
    ({ kind, value }) => kind === identifier && (which === undefined || value === which),
  );
}

/** The value an editor of this field starts from. A field that stands for identifiers edits the only one there is. */
export function editedValue(field: EditedField, contact: Contact): FieldValue {
  if (field.isName) return contact.name;
  if (field.identifier) return identifiersOf(field, contact).at(0)?.value ?? '';
  const value = contact.fields[field.key];
  if (value !== undefined && value !== null) return value;
  return field.type === 'check-box' ? false : '';
}

/** The change that gives the contact this value: only this key; of identifiers the whole list, the others untouched. */
export function changeOf(field: EditedField, contact: Contact, value: FieldValue): ContactChange {
  if (field.isName) return { name: String(value ?? '').trim() };
  if (!field.identifier) return { fields: { [field.key]: value === '' ? null : value } };
  const kind = field.identifier;
  const text = String(value ?? '').trim();
  const index = contact.identifiers.indexOf(identifiersOf(field, contact)[0] as ContactIdentifier);
  const others = contact.identifiers.filter((_, at) => at !== index);
  if (text === '') return { identifiers: others };
  const scope = contact.identifiers[index]?.scope;
  const identifiers = [...contact.identifiers];
  identifiers.splice(index < 0 ? identifiers.length : index, index < 0 ? 0 : 1, {
    ...{ kind, value: text },
    ...(scope !== undefined && { scope }),
  });
  return { identifiers };
}

export function sameValue(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(a === null ? '' : a) === JSON.stringify(b === null ? '' : b);
}

/** Something stands in it. */
export function isFilled(field: EditedField, contact: Contact): boolean {
  if (field.isName) return true;
  return field.identifier ? identifiersOf(field, contact).length > 0 : !isEmpty(contact.fields[field.key]);
}

/** It is not whole here, so that an edit would write a part of it back. */
export function isCutField(field: EditedField, contact: Contact): boolean {
  return isCut(contact, field.isName ? 'name' : field.identifier ? 'identifiers' : { field: field.key });
}

/**
 * Why a field cannot be edited in place; undefined where it can. `crm`: nothing of this contact can. `field`: the CRM lets
 * nobody set it. `cut`: it is not whole here. `kind`: the CRM cannot hold such an identifier. `unlink`: it takes none away, so
 * that none can take its place.
 */
export type NotEditable = 'crm' | 'field' | 'cut' | 'kind' | 'unlink';

export function notEditable(
  field: EditedField,
  contact: Contact,
  can: CrmCapabilities,
): NotEditable | undefined {
  if (!can.update) return 'crm';
  if (field.readOnly) return 'field';
  if (isCutField(field, contact)) return 'cut';
  if (!field.identifier) return undefined;
  if (!can.identifiers.includes(field.identifier)) return 'kind';
  // One in the place of another takes the other away.
  return identifiersOf(field, contact).length > 0 && !can.unlink ? 'unlink' : undefined;
}
