import * as z from 'zod/mini';
import type { FieldDefinition, FieldType } from '../../domain/fields/workspace.ts';

/** `meta/fields/Contacts`. It holds no labels, and no options of lists. */
export const suiteFieldSchema = z.looseObject({
  type: z.optional(z.string()),
  required: z.optional(z.boolean()),
  /** `non-db`: made of other records, and not kept in this one. */
  source: z.optional(z.string()),
});
export const suiteFieldsSchema = z.object({
  data: z.object({ attributes: z.record(z.string(), suiteFieldSchema) }),
});
export type SuiteFields = z.infer<typeof suiteFieldsSchema>['data']['attributes'];

export const suitePhoneSlots = ['phone_mobile', 'phone_work', 'phone_home', 'phone_other'];
export const suiteEmailSlot = 'email1';

/** SuiteCRM's field to our well-known key. */
const wellKnown: Record<string, string> = {
  title: 'jobTitle',
  account_name: 'company',
  primary_address_city: 'city',
  assigned_user_name: 'owner',
};
/** Those of SuiteCRM's own that an agent may want, in this order; custom ones, `…_c`, come behind. */
const shown = [
  ...Object.keys(wellKnown),
  'department',
  'description',
  'primary_address_street',
  'primary_address_postalcode',
  'primary_address_state',
  'primary_address_country',
  'birthdate',
  'lead_source',
  'assistant',
  'assistant_phone',
  'do_not_call',
];
const types: Record<string, FieldType> = {
  varchar: 'text',
  name: 'text',
  phone: 'text',
  text: 'long-text',
  int: 'number',
  float: 'number',
  double: 'number',
  decimal: 'number',
  currency: 'number',
  date: 'date',
  datetime: 'date-time',
  datetimecombo: 'date-time',
  bool: 'check-box',
  url: 'url',
  relate: 'text',
  enum: 'text',
  dynamicenum: 'text',
  radioenum: 'text',
  multienum: 'text',
};
/** Links, and lists whose options SuiteCRM does not tell: any text would be taken for one. */
const readOnlyTypes = ['relate', 'enum', 'dynamicenum', 'radioenum', 'multienum'];

export function suiteFieldNames(fields: SuiteFields): string[] {
  const custom = Object.keys(fields).filter((name) => /_c$/.test(name) && !name.startsWith('jjwg_maps_'));
  return [...shown, ...custom].filter((name) => types[fields[name]?.type ?? ''] !== undefined);
}

export function keyOfSuite(name: string): string {
  return wellKnown[name] ?? name;
}

export function suiteNameOf(key: string): string {
  return Object.keys(wellKnown).find((name) => wellKnown[name] === key) ?? key;
}

export function isSuiteReadOnly(fields: SuiteFields, name: string): boolean {
  const { type = '', source } = fields[name] ?? {};
  return readOnlyTypes.includes(type) || source === 'non-db';
}

export function suiteDefinitions(fields: SuiteFields, slots: ReadonlySet<string>): FieldDefinition[] {
  return suiteFieldNames(fields)
    .filter((name) => !slots.has(name))
    .flatMap((name): FieldDefinition[] => {
      const field = fields[name];
      const type = types[field?.type ?? ''];
      if (!field || !type) return [];
      return [
        {
          key: keyOfSuite(name),
          label: spelledOut(name),
          type: name === 'assigned_user_name' ? 'person' : type,
          ...(field.required && { required: true }),
          ...(isSuiteReadOnly(fields, name) && { readOnly: true }),
        },
      ];
    });
}

/** `primary_address_city` → `Primary address city`. */
function spelledOut(name: string): string {
  const words = name.replace(/_c$/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
