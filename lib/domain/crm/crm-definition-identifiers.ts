import * as z from 'zod/mini';
import {
  jsonPathSchema,
  labelSchema,
  namePathSchema,
  requestChangeSchema,
  requestSchema,
} from './crm-definition-values.ts';

/** Of entries of several sorts, those that are meant: what stands at a path is one of these. */
const onlySchema = z.optional(
  z.strictObject({
    path: jsonPathSchema,
    is: z.array(z.string().check(z.maxLength(256))).check(z.minLength(1), z.maxLength(20)),
  }),
);

/** Child records, each with one identifier. */
const rowsSchema = z.strictObject({
  /** Where they are not part of the contact's own record. */
  read: z.optional(requestSchema),
  list: jsonPathSchema,
  id: jsonPathSchema,
  value: jsonPathSchema,
  only: onlySchema,
  add: z.optional(requestSchema),
  remove: z.optional(requestSchema),
});

/** A search that answers child records: each names the contact that it belongs to, which is then read. */
const findSchema = z.strictObject({
  ...requestChangeSchema.shape,
  hits: z.optional(z.strictObject({ list: jsonPathSchema, contactId: jsonPathSchema })),
});

/** Where a kind of identifier stands: in one of the three places, or in several. */
export const identifierDefinitionSchema = z.strictObject({
  /** The second is sent only where the first finds nobody. */
  find: z.optional(z.array(findSchema).check(z.minLength(1), z.maxLength(2))),
  /** Both are sent, at once. */
  findAll: z.optional(z.boolean()),
  /** Text fields, each with one identifier, in the order in which they are filled. */
  slots: z.optional(z.array(namePathSchema).check(z.minLength(1), z.maxLength(10))),
  /** A list that is written whole. `entry` is what a new one looks like. */
  list: z.optional(
    z.strictObject({ path: namePathSchema, value: jsonPathSchema, only: onlySchema, entry: z.unknown() }),
  ),
  rows: z.optional(rowsSchema),
  /** Read and looked for, never written. */
  readOnly: z._default(z.boolean(), false),
  label: z.optional(labelSchema),
});

export type IdentifierDefinition = z.infer<typeof identifierDefinitionSchema>;
export type FindDefinition = z.infer<typeof findSchema>;
export type OnlyDefinition = z.infer<typeof onlySchema>;
