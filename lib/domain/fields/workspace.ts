import * as z from 'zod/mini';
import { identifierKinds } from '../contact/identifier-schema.ts';

/** Field types (B7). Edited in place so far: text, long-text, phone, email, choice, check-box, date. */
export const fieldTypes = [
  'text',
  'long-text',
  'number',
  'currency',
  'date',
  'date-time',
  'choice',
  'multiple-choice',
  'check-box',
  'url',
  'email',
  'phone',
  'person',
  'list',
] as const;

/**
 * How one field is shown. Where `identifier` is set, the field stands for the contact's identifiers of that kind
 * (its value is not in `Contact.fields`). `reduced` puts it in the reduced view. `currency` is ISO 4217.
 */
export const fieldDefinitionSchema = z.object({
  key: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Empty where nobody named it: then the catalogue of words has a name for its kind of identifier or its key. */
  label: z.string().check(z.maxLength(128)),
  type: z.enum(fieldTypes),
  identifier: z.optional(z.enum(identifierKinds)),
  required: z.optional(z.boolean()),
  reduced: z.optional(z.boolean()),
  /** In the New contact form. Name, phone and e-mail are always there. */
  onCreate: z.optional(z.boolean()),
  readOnly: z.optional(z.boolean()),
  options: z.optional(z.array(z.object({ value: z.string(), label: z.string() }))),
  currency: z.optional(z.string()),
});

/** A group of fields. With `campaigns` it is seen only in interactions of those (ids or bare names, B3 and B5). */
export const sectionSchema = z.object({
  id: z.string(),
  /** Empty as that of a field. */
  label: z.string(),
  fields: z.array(z.string()),
  campaigns: z.optional(z.array(z.string())),
});

export const workspaceSchema = z.object({
  name: z.string(),
  /** ISO 3166-1 alpha-2: the region in which national numbers are read. */
  region: z.string().check(z.regex(/^[A-Z]{2}$/)),
  campaigns: z.array(z.object({ id: z.string(), name: z.string() })),
  fields: z.array(fieldDefinitionSchema),
  sections: z.array(sectionSchema),
});

export type FieldDefinition = z.infer<typeof fieldDefinitionSchema>;
export type FieldType = FieldDefinition['type'];
export type Section = z.infer<typeof sectionSchema>;
export type Workspace = z.infer<typeof workspaceSchema>;
