import * as z from 'zod/mini';
import { identifierKinds } from '../contact/identifier-schema.ts';
import { patternSchema } from '../host/host-rules-pattern.ts';
import { dateSchema } from '../host/host-rules-values.ts';
import { messageOf } from '../text/file-problem.ts';
import { authSchema } from './crm-definition-auth.ts';
import { discoverSchema, fieldSchema } from './crm-definition-fields.ts';
import { identifierDefinitionSchema } from './crm-definition-identifiers.ts';
import {
  jsonPathSchema,
  jsonPathsSchema,
  labelSchema,
  namePathSchema,
  requestChangeSchema,
  requestSchema,
} from './crm-definition-values.ts';

/** How a list that does not come at once goes on. */
const pagesSchema = z.strictObject({
  /** What the next request names: `{page}`, `{offset}`, `{cursor}`; `address`: the parameters of the next page's address. */
  by: z.enum(['page', 'offset', 'cursor', 'address']),
  /** Where the cursor or the address is in the reply; of pages and offsets, what is true while there are more. */
  next: z.optional(jsonPathSchema),
  /** The address is in the header Link (RFC 8288). */
  link: z.optional(z.boolean()),
  /** The number of the first page. */
  first: z._default(z.int().check(z.minimum(0), z.maximum(1)), 1),
  /** Pages that a lookup reads, at most. */
  most: z._default(z.int().check(z.minimum(1), z.maximum(10)), 5),
});

const listSchema = z.strictObject({
  request: requestSchema,
  /** The list in the reply. */
  records: jsonPathSchema,
  /** This CRM says 404 where a search finds nothing. */
  noneIs404: z._default(z.boolean(), false),
  /** A record in a list has all that `get` has. Where not, every hit is got by its id as well. */
  whole: z._default(z.boolean(), true),
  /** Records that are asked for at once. */
  limit: z._default(z.int().check(z.minimum(1), z.maximum(200)), 50),
  pages: z.optional(pagesSchema),
  /** How many there are in all: where it is in the reply, or the header whose last number it is. */
  total: z.optional(jsonPathSchema),
  totalHeader: z.optional(
    z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, messageOf('header-name'))),
  ),
});

const sessionSchema = z.strictObject({
  request: requestSchema,
  id: z.optional(jsonPathSchema),
  /** Joined. */
  name: z.optional(jsonPathsSchema),
  /** In place of `id`, where the key is an organisation's and the CRM names nobody: what it is called. */
  shared: z.optional(labelSchema),
});

const recordSchema = z.strictObject({
  id: jsonPathSchema,
  name: z.union([namePathSchema, z.strictObject({ first: namePathSchema, last: namePathSchema })]),
  version: z.optional(jsonPathsSchema),
  updatedAt: z.optional(jsonPathsSchema),
  /** A code or a name of the country in which the record's national numbers are read; else the field `country`, if any. */
  country: z.optional(jsonPathsSchema),
  /** Where it says that it is a company: something true, or one of `is`, the first of which is written for a new one. */
  company: z.optional(
    z.strictObject({
      path: namePathSchema,
      is: z.optional(z.array(z.string().check(z.maxLength(256))).check(z.minLength(1), z.maxLength(20))),
      /** Where the name of a company is, if it is not where a person's is. */
      name: z.optional(namePathSchema),
    }),
  ),
  /** Something true here, or one of `is`: it was deleted. */
  deleted: z.optional(
    z.union([
      jsonPathSchema,
      z.strictObject({
        path: jsonPathSchema,
        is: z.array(z.string().check(z.maxLength(256))).check(z.minLength(1), z.maxLength(20)),
      }),
    ]),
  ),
  /** The id of the contact that it was merged into. */
  mergedInto: z.optional(jsonPathSchema),
  /** Ids that fit this, and only these, are asked for. */
  idPattern: z.optional(patternSchema),
  /** Where a person opens it, below the address. */
  url: z.optional(z.string().check(z.maxLength(512))),
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

/** What a request is for, where a refusal means something else by that. */
export const requestKinds = [
  'login',
  'session',
  'workspace',
  'fields',
  'get',
  'rows',
  'find',
  'search',
  'create',
  'update',
] as const;
export type RequestKind = (typeof requestKinds)[number];

const errorSchema = z.strictObject({
  /** Holds for these requests only. */
  on: z.optional(z.array(z.enum(requestKinds)).check(z.minLength(1), z.maxLength(requestKinds.length))),
  status: z.optional(z.union([statusOf(), z.array(statusOf()).check(z.minLength(1), z.maxLength(10))])),
  /** What stands in the reply, or in a header of it: with `is` one of these, with `has` a text with one of these in it. */
  path: z.optional(jsonPathSchema),
  header: z.optional(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, messageOf('header-name')))),
  is: z.optional(z.array(z.string().check(z.maxLength(256))).check(z.minLength(1), z.maxLength(20))),
  has: z.optional(
    z.array(z.string().check(z.minLength(3), z.maxLength(256))).check(z.minLength(1), z.maxLength(20)),
  ),
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
  wildcard: z._default(z.string().check(z.minLength(1), z.maxLength(12)), '%'),
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
  /** One, or two of which the second is sent only where the first finds nobody. */
  search: z.optional(
    z.union([requestChangeSchema, z.array(requestChangeSchema).check(z.minLength(1), z.maxLength(2))]),
  ),
  /** Both are sent, at once. */
  searchAll: z.optional(z.boolean()),
  identifiers: z.partialRecord(z.enum(identifierKinds), identifierDefinitionSchema),
  fields: z._default(z.array(fieldSchema).check(z.maxLength(200)), []),
  discover: z.optional(discoverSchema),
  /** The new id is in the reply; without a path, it is the end of the address in the header Location. */
  create: z.optional(z.strictObject({ request: requestSchema, id: z.optional(jsonPathSchema) })),
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
