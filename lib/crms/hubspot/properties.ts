import * as z from 'zod/mini';
import type { FieldValue } from '../../domain/contact/contact.ts';
import type { FieldDefinition, FieldType } from '../../domain/fields/workspace.ts';

export const propertySchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.string(),
  hidden: z.optional(z.boolean()),
  hubspotDefined: z.optional(z.boolean()),
  calculated: z.optional(z.boolean()),
  options: z.optional(
    z.array(z.object({ value: z.string(), label: z.string(), hidden: z.optional(z.boolean()) })),
  ),
  modificationMetadata: z.optional(z.object({ readOnlyValue: z.optional(z.boolean()) })),
});
export const propertiesSchema = z.object({ results: z.array(propertySchema) });
/** As HubSpot tells them. */
export const toldPropertiesSchema = z.object({ results: z.array(z.unknown()) });
export type Properties = z.infer<typeof propertiesSchema>;

/** Our keys for HubSpot's own properties, where they differ. `country` is a name there, no code. */
const ourKeys: Record<string, string> = {
  jobtitle: 'jobTitle',
  hs_language: 'language',
  country: 'countryName',
};
/** Of the some 300 that HubSpot brings, those that an agent reads. */
const shownOfHubspot = new Set([
  'company',
  'jobtitle',
  'city',
  'state',
  'zip',
  'address',
  'country',
  'hs_language',
  'website',
  'lifecyclestage',
  'hs_lead_status',
  'salutation',
  'date_of_birth',
  'industry',
]);
const mostFields = 100;
const types: Record<string, FieldType> = {
  text: 'text',
  textarea: 'long-text',
  html: 'long-text',
  phonenumber: 'phone',
  number: 'number',
  date: 'date',
  select: 'choice',
  radio: 'choice',
  checkbox: 'multiple-choice',
  booleancheckbox: 'check-box',
};

/** A property with how it is shown. `name` is HubSpot's. */
export interface ShownProperty {
  name: string;
  definition: FieldDefinition;
}

/** HubSpot's few and all of the organisation's own, with their labels and types; `identifiers` are shown elsewhere. */
export function shownProperties({ results }: Properties, identifiers: string[]): ShownProperty[] {
  return results
    .filter(
      ({ name, hidden, hubspotDefined }) =>
        !hidden && !identifiers.includes(name) && (!hubspotDefined || shownOfHubspot.has(name)),
    )
    .flatMap((property) => {
      const type = property.type === 'datetime' ? 'date-time' : types[property.fieldType];
      if (!type) return [];
      const readOnly =
        property.calculated || property.modificationMetadata?.readOnlyValue || property.fieldType === 'html';
      const choice = type === 'choice' || type === 'multiple-choice';
      const definition: FieldDefinition = {
        key: ourKeys[property.name] ?? property.name,
        label: property.label || property.name,
        type,
        ...(readOnly && { readOnly: true }),
        ...(choice && {
          options: (property.options ?? [])
            .filter(({ hidden }) => !hidden)
            .map(({ value, label }) => ({ value, label })),
        }),
      };
      return [{ name: property.name, definition }];
    })
    .slice(0, mostFields);
}

/** HubSpot's values are texts, all of them. */
export function valueOfProperty(text: string | null | undefined, type: FieldType): FieldValue | undefined {
  if (text === null || text === undefined || text === '') return undefined;
  if (type === 'check-box') return text === 'true';
  if (type === 'multiple-choice') return text.split(';').filter((one) => one !== '');
  if (type === 'number') return Number.isFinite(Number(text)) ? Number(text) : undefined;
  return type === 'date' ? text.slice(0, 10) : text;
}

export function textForProperty(value: FieldValue): string {
  return Array.isArray(value) ? value.join(';') : String(value ?? '');
}
