import * as z from 'zod/mini';
import { fieldTypes } from '../fields/workspace.ts';
import { patternSchema } from '../host/host-rules-pattern.ts';
import { messageOf } from '../text/file-problem.ts';
import { jsonPathSchema, jsonPathsSchema, labelSchema, requestSchema } from './crm-definition-values.ts';

const mark = z.optional(z.union([z.string().check(z.maxLength(32)), z.number(), z.null()]));

export const fieldSchema = z.strictObject({
  key: z.string().check(z.minLength(1), z.maxLength(64)),
  label: labelSchema,
  type: z._default(z.enum(fieldTypes), 'text'),
  /** `key` where nothing is said. */
  path: z.optional(jsonPathSchema),
  readOnly: z.optional(z.boolean()),
  required: z.optional(z.boolean()),
  reduced: z.optional(z.boolean()),
  onCreate: z.optional(z.boolean()),
  currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/, messageOf('currency')))),
  options: z.optional(
    z
      .array(z.strictObject({ value: z.string().check(z.maxLength(256)), label: labelSchema }))
      .check(z.maxLength(200)),
  ),
  /** What this CRM writes for a check box, where it is not true and false. */
  yes: mark,
  no: mark,
  /** Several values are one text here, with this between them. */
  separator: z.optional(z.string().check(z.minLength(1), z.maxLength(4))),
  /** What this field is emptied with, where that is not as in all others. */
  empty: z.optional(z.union([z.null(), z.literal('')])),
  /** How a date or a moment is written; ISO 8601 where nothing is said. Read is any of them. */
  written: z.optional(z.enum(['iso-seconds', 'plain', 'seconds', 'milliseconds'])),
});

/** A request that lists the CRM's fields: those of them that `fields` does not name are shown as well. */
export const discoverSchema = z.strictObject({
  request: requestSchema,
  /** A list, or an object whose members are the fields by their names. */
  list: jsonPathSchema,
  /** Within a field. Without it, the name of the member. */
  name: z.optional(jsonPathSchema),
  label: z.optional(jsonPathsSchema),
  type: z.optional(jsonPathSchema),
  /** What their types are in ours; a field of any other type is left out. Without it, all are texts. */
  types: z.optional(
    z
      .record(z.string().check(z.maxLength(64)), z.enum(fieldTypes))
      .check(z.refine((types) => Object.keys(types).length <= 60, messageOf('at-most', 60, 'entries'))),
  ),
  /** Of a choice: a list, or an object of labels by value. */
  options: z.optional(
    z.strictObject({
      list: jsonPathSchema,
      value: z.optional(jsonPathSchema),
      label: z.optional(jsonPathSchema),
    }),
  ),
  required: z.optional(jsonPathSchema),
  readOnly: z.optional(jsonPathSchema),
  /** True where it can be written; where the CRM says it that way round. */
  editable: z.optional(jsonPathSchema),
  /** The object of a record that they stand in, where it is not the record itself. */
  within: z.optional(jsonPathSchema),
  /** Names that fit this, and only these. */
  only: z.optional(patternSchema),
  except: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(200))),
});

export type DefinedField = z.infer<typeof fieldSchema>;
export type DiscoverDefinition = z.infer<typeof discoverSchema>;
