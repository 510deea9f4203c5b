import * as z from 'zod/mini';
import { identifierKinds } from '../contact/identifier.ts';
import { fieldTypes } from '../fields/workspace.ts';
import { patternSchema } from '../host/host-rules-pattern.ts';
import { dateSchema } from '../host/host-rules-values.ts';
import { messageOf } from '../text/file-problem.ts';
import {
  absoluteUrlSchema,
  headerNameSchema,
  jsonPathSchema,
  jsonPathsSchema,
  labelSchema,
  namePathSchema,
  requestChangeSchema,
  requestSchema,
  tokenUrlSchema,
} from './crm-definition-values.ts';

const scopeSchema = z.optional(
  z.string().check(z.maxLength(1_024), z.regex(/^[\x21-\x7e ]*$/, messageOf('oauth-scopes'))),
);

/** How a request proves who asks. The secret, and the user or client id, are in the form, never here. */
const authSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('header'),
    header: headerNameSchema,
    prefix: z.optional(z.string().check(z.regex(/^[\x20-\x7e]{0,32}$/, messageOf('plain-characters', 32)))),
  }),
  z.strictObject({ kind: z.literal('bearer') }),
  z.strictObject({ kind: z.literal('basic') }),
  z.strictObject({
    kind: z.literal('client-credentials'),
    tokenUrl: tokenUrlSchema,
    scope: scopeSchema,
  }),
  z.strictObject({
    kind: z.literal('code'),
    authorizeUrl: absoluteUrlSchema,
    tokenUrl: absoluteUrlSchema,
    revokeUrl: z.optional(absoluteUrlSchema),
    scope: scopeSchema,
  }),
]);

const listSchema = z.strictObject({
  request: requestSchema,
  /** The list in the reply. */
  records: jsonPathSchema,
  /** This CRM says 404 where a search finds nothing. */
  noneIs404: z._default(z.boolean(), false),
  /** A record in a list has all that `get` has. Where not, every hit is got by its id as well. */
  whole: z._default(z.boolean(), true),
  /** Records that a lookup looks at, at most. */
  limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 50),
});

const sessionSchema = z.strictObject({
  request: requestSchema,
  id: jsonPathSchema,
  /** Joined. */
  name: z.optional(jsonPathsSchema),
});

const recordSchema = z.strictObject({
  id: jsonPathSchema,
  name: z.union([namePathSchema, z.strictObject({ first: namePathSchema, last: namePathSchema })]),
  version: z.optional(jsonPathsSchema),
  updatedAt: z.optional(jsonPathsSchema),
  /** A code or a name of the country in which the record's national numbers are read; else the field `country`, if any. */
  country: z.optional(jsonPathsSchema),
  /** Something true here: it was deleted. */
  deleted: z.optional(jsonPathSchema),
  /** The id of the contact that it was merged into. */
  mergedInto: z.optional(jsonPathSchema),
  /** Ids that fit this, and only these, are asked for. */
  idPattern: z.optional(patternSchema),
  /** Where a person opens it, below the address. */
  url: z.optional(z.string().check(z.maxLength(512))),
});

/** Child records, each with one identifier. */
const rowsSchema = z.strictObject({
  /** Where they are not part of the contact's own record. */
  read: z.optional(requestSchema),
  list: jsonPathSchema,
  id: jsonPathSchema,
  value: jsonPathSchema,
  add: z.optional(requestSchema),
  remove: z.optional(requestSchema),
});

const identifierSchema = z.strictObject({
  /** The second is sent only where the first finds nobody. */
  find: z.optional(z.array(requestChangeSchema).check(z.minLength(1), z.maxLength(2))),
  /** Text fields, each with one identifier, in the order in which they are filled. */
  slots: z.optional(z.array(namePathSchema).check(z.minLength(1), z.maxLength(10))),
  /** A list that is written whole. `entry` is what a new one looks like. */
  list: z.optional(z.strictObject({ path: namePathSchema, value: jsonPathSchema, entry: z.unknown() })),
  rows: z.optional(rowsSchema),
  /** Read and looked for, never written. */
  readOnly: z._default(z.boolean(), false),
  label: z.optional(labelSchema),
});

const fieldSchema = z.strictObject({
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
  yes: z.optional(z.union([z.string().check(z.maxLength(32)), z.number()])),
  no: z.optional(z.union([z.string().check(z.maxLength(32)), z.number()])),
  /** Several values are one text here, with this between them. */
  separator: z.optional(z.string().check(z.minLength(1), z.maxLength(4))),
});

/** Codes of our own errors that a definition may tell of; `stale` and the slots' reasons are spelled out. */
export const definitionErrorCodes = [
  'signed-out',
  'not-allowed',
  'not-found',
  'conflict',
  'stale',
  'invalid',
  'rate-limited',
  'server-error',
  'not-supported',
  'no-slot',
  'cannot-hold',
  'read-only',
] as const;

const errorSchema = z.strictObject({
  status: z.optional(z.union([statusOf(), z.array(statusOf()).check(z.minLength(1), z.maxLength(10))])),
  /** What stands in the reply; with `is`, one of these, else anything at all. */
  path: z.optional(jsonPathSchema),
  is: z.optional(z.array(z.string().check(z.maxLength(256))).check(z.minLength(1), z.maxLength(20))),
  code: z.enum(definitionErrorCodes),
  /** Ids of the contacts that have it already. */
  owners: z.optional(jsonPathSchema),
  /** The name of the field that is wrong. */
  field: z.optional(jsonPathSchema),
});

function statusOf() {
  return z.int().check(z.minimum(200), z.maximum(599));
}

const workspaceSchema = z.strictObject({
  /** Asked before the fields are shown; where nothing is said, the session's. */
  request: z.optional(requestSchema),
  /** Must be in its reply. */
  expect: z.optional(jsonPathSchema),
  campaigns: z._default(
    z.array(z.strictObject({ id: labelSchema, name: labelSchema })).check(z.maxLength(100)),
    [],
  ),
  /** Where nothing is said: Details and More. */
  sections: z.optional(
    z
      .array(
        z.strictObject({
          id: labelSchema,
          label: labelSchema,
          fields: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(200)),
          campaigns: z.optional(z.array(labelSchema).check(z.maxLength(100))),
        }),
      )
      .check(z.minLength(1), z.maxLength(30)),
  ),
});

/** The form of a CRM definition; what its placeholders may speak of, `crmDefinitionSchema` says as well. */
export const crmDefinitionForm = z.strictObject({
  $schema: z.optional(z.string().check(z.maxLength(512))),
  version: z.literal(1),
  name: labelSchema,
  /** When and how it was tried, for people. */
  tried: z._default(
    z
      .array(z.strictObject({ on: dateSchema, how: z.string().check(z.maxLength(512)) }))
      .check(z.maxLength(16)),
    [],
  ),
  auth: authSchema,
  /** Sent with every request but those for tokens. */
  headers: z.optional(requestSchema.shape.headers),
  /** What stands between the digits of `{pattern}`. */
  wildcard: z._default(z.string().check(z.minLength(1), z.maxLength(2)), '%'),
  /** What an emptied field is written as. */
  empty: z._default(z.union([z.null(), z.literal('')]), null),
  session: sessionSchema,
  record: recordSchema,
  get: z.strictObject({
    request: requestSchema,
    record: z._default(jsonPathSchema, '.'),
    /** The version is the ETag of this reply. */
    etag: z._default(z.boolean(), false),
  }),
  list: listSchema,
  search: z.optional(requestChangeSchema),
  identifiers: z.partialRecord(z.enum(identifierKinds), identifierSchema),
  fields: z._default(z.array(fieldSchema).check(z.maxLength(200)), []),
  create: z.optional(z.strictObject({ request: requestSchema, id: jsonPathSchema })),
  update: z.optional(
    z.strictObject({
      request: requestSchema,
      /** Must be in its reply. */
      expect: z.optional(jsonPathSchema),
      /** Objects that this CRM replaces whole: what is in them goes along. */
      keep: z._default(z.array(namePathSchema).check(z.maxLength(20)), []),
    }),
  ),
  workspace: z._default(workspaceSchema, { campaigns: [] }),
  errors: z._default(z.array(errorSchema).check(z.maxLength(40)), []),
  /** Requests in so many seconds, at most. */
  rate: z.optional(
    z.strictObject({
      requests: z.int().check(z.minimum(1), z.maximum(1_000)),
      seconds: z.int().check(z.minimum(1), z.maximum(60)),
    }),
  ),
});

export type CrmDefinition = z.infer<typeof crmDefinitionForm>;
export type IdentifierDefinition = z.infer<typeof identifierSchema>;
export type DefinedField = z.infer<typeof fieldSchema>;
