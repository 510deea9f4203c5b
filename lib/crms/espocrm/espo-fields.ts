import * as z from 'zod/mini';
import type { FieldDefinition, FieldType } from '../../domain/fields/workspace.ts';
import { keyOfAttribute } from './espo-changes.ts';

/** `Metadata?key=entityDefs.Contact.fields`. */
export const espoFieldSchema = z.looseObject({
  type: z.optional(z.string()),
  required: z.optional(z.boolean()),
  readOnly: z.optional(z.boolean()),
  /** Kept in a linked record, and silently not saved where there is none. */
  directUpdateDisabled: z.optional(z.boolean()),
  disabled: z.optional(z.boolean()),
  utility: z.optional(z.boolean()),
  options: z.optional(z.array(z.string())),
  entity: z.optional(z.string()),
});
type EspoField = z.infer<typeof espoFieldSchema>;

const labelsSchema = z.optional(z.looseObject({ fields: z.optional(z.record(z.string(), z.string())) }));
/** `I18n`: labels by entity; those of `Global` hold for all. */
export const espoLabelsSchema = z.looseObject({
  Contact: z.optional(
    z.looseObject({
      fields: z.optional(z.record(z.string(), z.string())),
      options: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
  Global: labelsSchema,
});
export type EspoLabels = z.infer<typeof espoLabelsSchema>;

const types: Record<string, FieldType> = {
  varchar: 'text',
  text: 'long-text',
  wysiwyg: 'long-text',
  int: 'number',
  float: 'number',
  autoincrement: 'number',
  number: 'text',
  currency: 'number',
  date: 'date',
  datetime: 'date-time',
  datetimeOptional: 'date-time',
  enum: 'choice',
  multiEnum: 'multiple-choice',
  checklist: 'multiple-choice',
  array: 'list',
  urlMultiple: 'list',
  bool: 'check-box',
  url: 'url',
};
/** Of an EspoCRM without this in its metadata, as every contact has them. */
const addressParts = ['Street', 'City', 'State', 'PostalCode', 'Country'];
const notShown =
  /^(?:name|(?:first|middle|last)Name|emailAddress|phoneNumber|(?:created|modified)(?:At|By)|accounts|teams)$/;

export interface EspoFieldParts {
  metadata: Record<string, EspoField>;
  labels: EspoLabels;
  /** Fields that hold identifiers. */
  slots: ReadonlySet<string>;
}

/** EspoCRM's fields of a contact, by its own labels and types. Links are shown by name and not edited. */
export function espoFields({ metadata, labels, slots }: EspoFieldParts): FieldDefinition[] {
  return Object.entries(metadata)
    .filter(
      ([name, { disabled, utility }]) => !disabled && !utility && !notShown.test(name) && !slots.has(name),
    )
    .flatMap(([name, field]) => definitionsOf(name, field, labels));
}

export function espoLabel(labels: EspoLabels, name: string): string {
  return labels.Contact?.fields?.[name] ?? labels.Global?.fields?.[name] ?? spelledOut(name);
}

function definitionsOf(name: string, field: EspoField, labels: EspoLabels): FieldDefinition[] {
  const label = espoLabel(labels, name);
  if (field.type === 'address') {
    return addressParts.map((part) => ({
      key: keyOfAttribute(name + part),
      label: espoLabel(labels, name + part),
      type: part === 'Street' ? 'long-text' : 'text',
    }));
  }
  if (field.type === 'link') {
    const type = field.entity === 'User' || name === 'assignedUser' ? 'person' : 'text';
    return [{ key: keyOfAttribute(`${name}Name`), label, type, readOnly: true }];
  }
  const type = types[field.type ?? ''];
  if (!type) return [];
  const readOnly =
    field.readOnly || field.directUpdateDisabled || ['wysiwyg', 'autoincrement'].includes(field.type ?? '');
  return [
    {
      key: keyOfAttribute(name),
      label,
      type,
      ...(field.required && { required: true }),
      ...(readOnly && { readOnly: true }),
      ...(field.options && { options: optionsOf(name, field.options, labels) }),
    },
  ];
}

function optionsOf(name: string, options: string[], labels: EspoLabels): FieldDefinition['options'] {
  const known = z.safeParse(z.record(z.string(), z.string()), labels.Contact?.options?.[name]);
  return options.map((value) => ({ value, label: (known.success && known.data[value]) || value || '–' }));
}

/** `cPreferredColour` → `Preferred colour`. */
function spelledOut(name: string): string {
  const words = name
    .replace(/^c(?=[A-Z])/, '')
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
