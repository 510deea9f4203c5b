import * as z from 'zod/mini';
import type { FieldDefinition, FieldType } from '../../domain/fields/workspace.ts';
import { keyOfAttribute } from './espo-changes.ts';
import { wellKnown } from './espo-contact.ts';
import type { EspoMoney } from './espo-money.ts';

/** `Metadata?key=entityDefs.Contact.fields`. */
export const espoFieldSchema = z.looseObject({
  type: z.optional(z.string()),
  required: z.optional(z.boolean()),
  readOnly: z.optional(z.boolean()),
  readOnlyAfterCreate: z.optional(z.boolean()),
  /** Kept in a linked record, and silently not saved where there is none. */
  directUpdateDisabled: z.optional(z.boolean()),
  /** Made of other records, or of nothing: what is written there is answered with yes and dropped. */
  notStorable: z.optional(z.boolean()),
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

/** Numbers that EspoCRM counts up itself, and markup, which would be lost by an edit as text. */
const givenByEspo = ['wysiwyg', 'autoincrement', 'number'];
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
  money: EspoMoney;
}

/**
 * EspoCRM's fields of a contact, each once, by its own labels and types: those that can be saved, and those that are only
 * shown. Links are shown by name and not edited. The parts of an address are in the metadata by themselves too.
 */
export function espoFields(parts: EspoFieldParts): FieldDefinition[] {
  const { metadata, slots } = parts;
  const shown = Object.entries(metadata)
    .filter(
      ([name, { disabled, utility }]) => !disabled && !utility && !notShown.test(name) && !slots.has(name),
    )
    .filter(([name, { notStorable }]) => !notStorable || wellKnown.has(name))
    .flatMap(([name, field]) => definitionsOf(name, field, parts));
  return [...new Map(shown.map((field) => [field.key, field])).values()];
}

export function espoLabel(labels: EspoLabels, name: string): string {
  return labels.Contact?.fields?.[name] ?? labels.Global?.fields?.[name] ?? spelledOut(name);
}

function definitionsOf(
  name: string,
  field: EspoField,
  { metadata, labels, money }: EspoFieldParts,
): FieldDefinition[] {
  const label = espoLabel(labels, name);
  if (field.type === 'address') {
    return addressParts
      .filter((part) => !metadata[name + part]?.disabled)
      .map((part) => ({
        key: keyOfAttribute(name + part),
        label: espoLabel(labels, name + part),
        type: part === 'Street' ? 'long-text' : 'text',
        ...((field.readOnly || metadata[name + part]?.readOnly) && { readOnly: true }),
      }));
  }
  if (field.type === 'link') {
    const type = field.entity === 'User' || name === 'assignedUser' ? 'person' : 'text';
    return [{ key: keyOfAttribute(`${name}Name`), label, type, readOnly: true }];
  }
  const type = types[field.type ?? ''];
  if (!type) return [];
  const readOnly =
    field.readOnly ||
    field.readOnlyAfterCreate ||
    field.directUpdateDisabled ||
    field.notStorable ||
    givenByEspo.includes(field.type ?? '');
  const marks = { ...(field.required && { required: true }), ...(readOnly && { readOnly: true }) };
  const definition = { key: keyOfAttribute(name), label, type, ...marks };
  if (field.type === 'currency') return amountOf(name, definition, money, labels);
  return [{ ...definition, ...(field.options && { options: optionsOf(name, field.options, labels) }) }];
}

/** An amount, and its currency where the organisation has several: that is another attribute of EspoCRM's. */
function amountOf(
  name: string,
  amount: FieldDefinition,
  { currencyList, defaultCurrency }: EspoMoney,
  labels: EspoLabels,
): FieldDefinition[] {
  const currencies = currencyList ?? [];
  const [only] = currencies;
  if (currencies.length === 1 && only) return [{ ...amount, type: 'currency', currency: only }];
  if (currencies.length === 0 && defaultCurrency) {
    return [{ ...amount, type: 'currency', currency: defaultCurrency }];
  }
  const beside = `${name}Currency`;
  return [
    amount,
    {
      key: beside,
      label: espoLabel(labels, beside),
      type: 'choice',
      options: currencies.map((code) => ({ value: code, label: code })),
      ...(amount.readOnly && { readOnly: true }),
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
