import * as z from 'zod/mini';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { FieldDefinition, FieldType } from '../../domain/fields/workspace.ts';
import { readEach } from '../records/read-each.ts';

const optionSchema = z.looseObject({ value: z.string(), label: z.string() });
const fieldSchema = z.looseObject({
  name: z.string(),
  type: z.string(),
  label: z.optional(z.string()),
  isActive: z.optional(z.boolean()),
  isSystem: z.optional(z.boolean()),
  /** Written by Twenty alone. */
  isUIReadOnly: z.nullish(z.boolean()),
  options: z.nullish(z.array(optionSchema)),
});

/** `rest/metadata/objects`. */
export const twentyObjectsSchema = z.object({ data: z.object({ objects: z.array(z.unknown()) }) });
const personSchema = z.looseObject({
  nameSingular: z.literal('person'),
  fields: z.optional(z.array(z.unknown())),
});
export type TwentyField = z.infer<typeof fieldSchema>;

const types: Record<string, FieldType> = {
  TEXT: 'text',
  NUMBER: 'number',
  NUMERIC: 'number',
  BOOLEAN: 'check-box',
  DATE: 'date',
  DATE_TIME: 'date-time',
  SELECT: 'choice',
  RATING: 'choice',
  MULTI_SELECT: 'multiple-choice',
  ARRAY: 'list',
  LINKS: 'url',
  CURRENCY: 'number',
};
/** Composites, shown by their main part. */
const readOnlyTypes = ['LINKS', 'CURRENCY'];
const notShown = ['id', 'position', 'searchVector', 'avatarUrl', 'createdAt', 'updatedAt', 'deletedAt'];

/** What Twenty says of a person's fields. */
export function personFields(objects: unknown[], report: ReportUnread | undefined): TwentyField[] {
  const person = objects.map((one) => z.safeParse(personSchema, one).data).find(Boolean);
  return readEach(fieldSchema, person?.fields ?? [], { of: 'field', report }).map(({ value }) => value);
}

/** Twenty's fields of a person, by its own labels and types. The company is shown and not edited. */
export function twentyFields(fields: TwentyField[], slots: ReadonlySet<string>): FieldDefinition[] {
  const company = fields.find(({ name, isActive }) => name === 'company' && isActive !== false);
  const own = fields
    .filter(({ name, isActive, isSystem }) => isActive !== false && !isSystem && !notShown.includes(name))
    .filter(({ name }) => !slots.has(name))
    .flatMap((field): FieldDefinition[] => {
      const type = types[field.type];
      if (!type) return [];
      const options = field.options?.map(({ value, label }) => ({ value, label: label || value }));
      return [
        {
          key: field.name,
          label: field.label ?? field.name,
          type,
          ...((readOnlyTypes.includes(field.type) || field.isUIReadOnly) && { readOnly: true }),
          ...(options && { options }),
        },
      ];
    });
  return [
    ...(company
      ? [{ key: 'company', label: company.label ?? '', type: 'text' as const, readOnly: true }]
      : []),
    ...own,
  ];
}
