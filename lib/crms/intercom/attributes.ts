import * as z from 'zod/mini';
import type { FieldValue } from '../../domain/contact/contact.ts';
import type { FieldDefinition, FieldType } from '../../domain/fields/workspace.ts';
import { timeOfSeconds } from '../records/utc-time.ts';

const optionSchema = z.union([z.string(), z.object({ value: z.string() })]);
export const attributeSchema = z.object({
  name: z.string(),
  label: z.optional(z.nullable(z.string())),
  data_type: z.string(),
  options: z.optional(z.nullable(z.array(optionSchema))),
  api_writable: z.optional(z.boolean()),
  custom: z.optional(z.boolean()),
  archived: z.optional(z.boolean()),
});
export const attributesSchema = z.object({ data: z.array(attributeSchema) });
/** As Intercom tells them. */
export const toldAttributesSchema = z.object({ data: z.array(z.unknown()) });
export type Attributes = z.infer<typeof attributesSchema>;

const types: Record<string, FieldType> = {
  string: 'text',
  integer: 'number',
  float: 'number',
  boolean: 'check-box',
  date: 'date-time',
};
const mostFields = 100;

/** The organisation's own attributes of people, with its labels; `taken` are identifiers. */
export function definitionsOf({ data }: Attributes, taken: string[]): FieldDefinition[] {
  return data
    .filter(
      ({ name, custom, archived }) => custom && !archived && !taken.includes(`custom_attributes.${name}`),
    )
    .flatMap(({ name, label, data_type, options, api_writable }) => {
      const type = types[data_type];
      if (!type) return [];
      const choices =
        data_type === 'string'
          ? (options ?? []).map((one) => (typeof one === 'string' ? one : one.value))
          : [];
      const definition: FieldDefinition = {
        key: name,
        label: label || name,
        type: choices.length > 0 ? 'choice' : type,
        ...(api_writable === false && { readOnly: true }),
        ...(choices.length > 0 && { options: choices.map((value) => ({ value, label: value })) }),
      };
      return [definition];
    })
    .slice(0, mostFields);
}

/** Times are seconds. */
export function valueOfAttribute(value: unknown, type: FieldType): FieldValue | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (type === 'date-time') return typeof value === 'number' ? timeOfSeconds(value) : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}

/** undefined where it is no value of this type. */
export function attributeOf(
  value: FieldValue,
  type: FieldType,
): string | number | boolean | null | undefined {
  if (value === null || value === '') return null;
  if (Array.isArray(value)) return undefined;
  if (type !== 'date-time') return value;
  const at = Date.parse(String(value));
  return Number.isNaN(at) ? undefined : Math.floor(at / 1_000);
}
