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
  /** Of several identifiers of its kind this one. */
  which?: Which;
  isName?: true;
}

interface Which {
  value: string;
  scope: string;
}

/** The key that stands for the name: no field has it. */
export const nameKey = '#name';

/**
 * One row for each of several identifiers of a kind; a single one, or none, is the field's own row. `open`: keys that are being
 * edited. What an agent has begun keeps its row, however many there are meanwhile, and though its identifier be gone.
 */
export function rowsOf(
  field: FieldDefinition,
  contact: Contact,
  open: readonly string[] = [],
): EditedField[] {
  if (!field.identifier) return [field];
  const rowOf = (which: Which): EditedField => ({
    ...field,
    key: JSON.stringify([field.key, which.value, which.scope]),
    which,
  });
  const own = identifiersOf(field, contact).map(({ value, scope = '' }) => rowOf({ value, scope }));
  const [first] = own;
  const isAlone = own.length < 2 && !(first && open.includes(first.key));
  const standing = isAlone || open.includes(field.key) ? [field, ...own.slice(1)] : own;
  const gone = open
    .filter((key) => own.every((row) => row.key !== key))
    .flatMap((key) => whichOf(field, key) ?? [])
    .map(rowOf);
  return [...standing, ...gone];
}

/** Keys come from disk, too: anything else than our own is passed over. */
function whichOf(field: FieldDefinition, key: string): Which | undefined {
  try {
    const [of, value, scope]: unknown[] = JSON.parse(key);
    if (of === field.key && typeof value === 'string' && typeof scope === 'string') return { value, scope };
  } catch {
    // The key of a field.
  }
  return undefined;
}

/** The identifiers that a field stands for. */
export function identifiersOf({ identifier, which }: EditedField, contact: Contact): ContactIdentifier[] {
  return contact.identifiers.filter(
    ({ kind, value, scope = '' }) =>
      kind === identifier && (which === undefined || (value === which.value && scope === which.scope)),
  );
}

/** The field as it stands in what is on its way to the CRM: one of several is where it was in the list. */
export function fieldIn(waiting: Contact | undefined, field: EditedField, contact: Contact): EditedField {
  const [own] = field.which ? identifiersOf(field, contact) : [];
  if (!own || waiting?.identifiers.length !== contact.identifiers.length) return field;
  const there = waiting.identifiers[contact.identifiers.indexOf(own)];
  return there?.kind === own.kind
    ? { ...field, which: { value: there.value, scope: there.scope ?? '' } }
    : field;
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
  const [own] = identifiersOf(field, contact);
  const index = own ? contact.identifiers.indexOf(own) : -1;
  const others = contact.identifiers.filter((_, at) => at !== index);
  if (text === '') return { identifiers: others };
  const identifiers = [...contact.identifiers];
  identifiers.splice(index < 0 ? identifiers.length : index, index < 0 ? 0 : 1, {
    ...{ kind, value: text },
    ...(own?.scope !== undefined && { scope: own.scope }),
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
