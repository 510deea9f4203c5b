import * as z from 'zod/mini';
import type { FieldValue } from '../../domain/contact/contact.ts';
import type { FieldDefinition, FieldType } from '../../domain/fields/workspace.ts';

/** `fields_get` of res.partner. `searchable` false: Odoo leaves it out of a domain without a word. */
export const odooFieldSchema = z.looseObject({
  type: z.string(),
  string: z.optional(z.string()),
  required: z.optional(z.boolean()),
  readonly: z.optional(z.boolean()),
  searchable: z.optional(z.boolean()),
  selection: z.optional(z.array(z.tuple([z.string(), z.string()]))),
});
export const odooFieldsSchema = z.record(z.string(), odooFieldSchema);
export type OdooFields = z.infer<typeof odooFieldsSchema>;
export const odooFieldAttributes = ['string', 'type', 'required', 'readonly', 'searchable', 'selection'];

/** Odoo's field to our well-known key. */
const wellKnown: Record<string, string> = {
  function: 'jobTitle',
  parent_id: 'company',
  city: 'city',
  country_code: 'country',
  tz: 'timeZone',
  user_id: 'owner',
};
/** Those of Odoo's own that an agent may want, in this order; its custom ones, `x_…`, come behind. */
const shown = [
  ...Object.keys(wellKnown),
  'company_name',
  'street',
  'street2',
  'zip',
  'state_id',
  'country_id',
  'website',
  'vat',
  'ref',
  'lang',
];
const types: Record<string, FieldType> = {
  char: 'text',
  text: 'long-text',
  integer: 'number',
  float: 'number',
  monetary: 'number',
  date: 'date',
  datetime: 'date-time',
  selection: 'choice',
  boolean: 'check-box',
  many2one: 'text',
};
/** Where numbers stand, in the order in which they are filled. `mobile` is gone in later versions. */
const phoneSlots = ['phone', 'mobile'];

/** The names of fields that exist in this database and are shown. */
export function odooFieldNames(fields: OdooFields): string[] {
  const custom = Object.keys(fields).filter((name) => name.startsWith('x_'));
  return [...shown, ...custom].filter((name) => types[fields[name]?.type ?? ''] !== undefined);
}

export function odooPhoneSlots(fields: OdooFields): string[] {
  return phoneSlots.filter((name) => fields[name] !== undefined);
}

/** True where a domain that names this field is not silently cut short. */
export function canSearchOdoo(fields: OdooFields, name: string): boolean {
  const field = fields[name];
  return field !== undefined && field.searchable !== false;
}

export function keyOfOdoo(name: string): string {
  return wellKnown[name] ?? name;
}

export function odooNameOf(key: string): string {
  return Object.keys(wellKnown).find((name) => wellKnown[name] === key) ?? key;
}

/** Odoo has no empty numbers: one that is emptied is 0 there, and read so. */
export function withoutEmptyNumbers(
  values: Record<string, FieldValue>,
  fields: OdooFields,
): Record<string, FieldValue> {
  const isNumber = (key: string) => types[fields[odooNameOf(key)]?.type ?? ''] === 'number';
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      (value === null || value === '') && isNumber(key) ? 0 : value,
    ]),
  );
}

/** Links are shown by their name and not edited. */
export function isReadOnly(fields: OdooFields, name: string): boolean {
  const field = fields[name];
  return field?.readonly === true || field?.type === 'many2one';
}

export function odooDefinitions(fields: OdooFields, slots: ReadonlySet<string>): FieldDefinition[] {
  return odooFieldNames(fields)
    .filter((name) => !slots.has(name))
    .flatMap((name): FieldDefinition[] => {
      const field = fields[name];
      const type = types[field?.type ?? ''];
      if (!field || !type) return [];
      const options = field.selection?.map(([value, label]) => ({ value, label }));
      return [
        {
          key: keyOfOdoo(name),
          label: field.string ?? name,
          type: name === 'user_id' ? 'person' : name === 'website' ? 'url' : type,
          ...(field.required && { required: true }),
          ...(isReadOnly(fields, name) && { readOnly: true }),
          ...(type === 'choice' && { options: options ?? [] }),
        },
      ];
    });
}
