import * as z from 'zod/mini';
import type { FieldValue } from '../../domain/contact/contact.ts';
import type { FieldDefinition, FieldType } from '../../domain/fields/workspace.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';

export const fieldSchema = z.object({
  api_name: z.string(),
  data_type: z.string(),
  display_label: z.optional(z.nullable(z.string())),
  field_label: z.optional(z.nullable(z.string())),
  visible: z.optional(z.nullable(z.boolean())),
  field_read_only: z.optional(z.nullable(z.boolean())),
  read_only: z.optional(z.nullable(z.boolean())),
  /** What programs may do with it, and what Zoho's own pages let people do. */
  operation_type: z.nullish(z.looseObject({ api_update: z.nullish(z.boolean()) })),
  view_type: z.nullish(z.looseObject({ edit: z.nullish(z.boolean()) })),
  system_mandatory: z.optional(z.nullable(z.boolean())),
  pick_list_values: z.optional(
    z.nullable(
      z.array(z.object({ actual_value: z.nullable(z.string()), display_value: z.nullable(z.string()) })),
    ),
  ),
});
export const fieldsSchema = z.object({ fields: z.array(fieldSchema) });
/** As Zoho tells them. */
export const toldFieldsSchema = z.object({ fields: z.array(z.unknown()) });
export type ZohoFields = z.infer<typeof fieldsSchema>;

/** A field with how it is shown. `name` is Zoho's. */
export interface ShownField {
  name: string;
  definition: FieldDefinition;
}

const types: Record<string, FieldType> = {
  text: 'text',
  textarea: 'long-text',
  website: 'url',
  integer: 'number',
  bigint: 'number',
  double: 'number',
  currency: 'number',
  boolean: 'check-box',
  date: 'date',
  datetime: 'date-time',
  picklist: 'choice',
  multiselectpicklist: 'multiple-choice',
  lookup: 'text',
  ownerlookup: 'person',
};
/** Other records: shown by their name. */
const lookups = new Set(['lookup', 'ownerlookup']);
const ourKeys: Record<string, string> = {
  Account_Name: 'company',
  Title: 'jobTitle',
  Mailing_City: 'city',
  Mailing_Country: 'countryName',
  Owner: 'owner',
};
const elsewhere = new Set([
  'First_Name',
  'Last_Name',
  'Full_Name',
  'Created_By',
  'Modified_By',
  'Created_Time',
  'Modified_Time',
  'Tag',
]);
/** COQL selects fifty. */
const mostShown = 35;
const mostSlots = 5;

/** Every phone and e-mail field of the contact: Zoho's, then the organisation's own. */
export function slotsOf({ fields }: ZohoFields, others: IdentifierFields): IdentifierFields {
  const inOrder = (first: string[], all: string[]) => [...new Set([...first, ...all])].slice(0, mostSlots);
  return {
    phone: inOrder(['Phone', 'Mobile'], ofType(fields, 'phone')),
    email: inOrder(['Email'], ofType(fields, 'email')),
    ...others,
  };
}

/** Of a record that is only read: none but those that are there. */
export function ownSlotsOf(fields: ZohoFields['fields']) {
  return {
    phone: ofType(fields, 'phone').slice(0, mostSlots),
    email: ofType(fields, 'email').slice(0, mostSlots),
  };
}

/** An assistant's number is not theirs. */
function ofType(fields: ZohoFields['fields'], type: string): string[] {
  return fields
    .filter(({ api_name, data_type }) => data_type === type && !/^asst|fax/i.test(api_name))
    .map(({ api_name }) => api_name);
}

export function shownFields({ fields }: ZohoFields, slots: IdentifierFields): ShownField[] {
  const taken = Object.values(slots).flat();
  return fields
    .filter(
      ({ api_name, visible }) =>
        visible !== false &&
        !elsewhere.has(api_name) &&
        !taken.includes(api_name) &&
        /^\w{1,64}$/.test(api_name),
    )
    .flatMap((field) => {
      const type = types[field.data_type];
      if (!type) return [];
      const choice = type === 'choice' || type === 'multiple-choice';
      const definition: FieldDefinition = {
        key: ourKeys[field.api_name] ?? field.api_name,
        label: field.display_label || field.field_label || field.api_name,
        type,
        ...(isReadOnly(field) && { readOnly: true }),
        ...(field.system_mandatory && { required: true }),
        ...(choice && {
          options: (field.pick_list_values ?? []).flatMap(({ actual_value: value, display_value: label }) =>
            value === null || value === '-None-' ? [] : [{ value, label: label ?? value }],
          ),
        }),
      };
      return [{ name: field.api_name, definition }];
    })
    .slice(0, mostShown);
}

/** Computed by Zoho, kept from this profile, or another record. */
function isReadOnly(field: ZohoFields['fields'][number]): boolean {
  return (
    field.field_read_only === true ||
    field.read_only === true ||
    field.operation_type?.api_update === false ||
    field.view_type?.edit === false ||
    lookups.has(field.data_type)
  );
}

const namedSchema = z.object({ name: z.string() });

const plain = z.union([z.string(), z.number(), z.boolean()]);
const valueSchemas: Partial<Record<FieldType, z.ZodMiniType>> = {
  number: z.union([z.number(), z.string()]),
  'check-box': z.boolean(),
  'multiple-choice': z.union([z.array(z.string()), z.string()]),
};

/** What a field of this type may hold. */
export function valueSchemaOf(type: FieldType): z.ZodMiniType {
  return z.nullish(valueSchemas[type] ?? z.union([plain, namedSchema]));
}

export function valueOfZoho(value: unknown): FieldValue | undefined {
  if (typeof value === 'string') return value === '' || value === '-None-' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  return z.safeParse(namedSchema, value).data?.name;
}
