import * as z from 'zod/mini';
import { messageOf } from '../text/file-problem.ts';
import {
  absoluteUrlSchema,
  jsonPathSchema,
  requestSchema,
  signingHeaderSchema,
  templateSchema,
  tokenUrlSchema,
} from './crm-definition-values.ts';

const scopeSchema = z.optional(
  z.string().check(z.maxLength(1_024), z.regex(/^[\x21-\x7e ]*$/, messageOf('oauth-scopes'))),
);

const prefixSchema = z.optional(
  z.string().check(z.regex(/^[\x20-\x7e]{0,32}$/, messageOf('plain-characters', 32))),
);

/** A hash of texts joined, such as `{challenge}{secret}`; with `key`, an HMAC. `{answer}` is that of the step before. */
const hashSchema = z.strictObject({
  hash: z.enum(['md5', 'sha1', 'sha256', 'sha512']),
  of: templateSchema,
  key: z.optional(templateSchema),
  as: z._default(z.enum(['hex', 'base64']), 'hex'),
});

/** Signing in by a request of its own, which answers the token that goes along with all others. */
const loginSchema = z.strictObject({
  kind: z.literal('login'),
  /** Asked first: its reply holds what is to be answered, `{challenge}`. */
  challenge: z.optional(z.strictObject({ request: requestSchema, path: jsonPathSchema })),
  /** `{answer}`: one step, or a step on the answer of the one before. */
  answer: z.optional(z.array(hashSchema).check(z.minLength(1), z.maxLength(3))),
  request: requestSchema,
  /** In its reply: `{session}`, for headers and bodies. */
  token: jsonPathSchema,
  /** Where `{session}` is made of more than the token, such as `{user}:{login.userId}:{token}`. */
  session: z.optional(z.strictObject({ of: templateSchema, base64: z._default(z.boolean(), false) })),
  /** The header that the token goes in. Without one, requests name `{session}` themselves. */
  header: z.optional(signingHeaderSchema),
  prefix: prefixSchema,
  /** Seconds; without, until it is refused. */
  lasts: z.optional(z.int().check(z.minimum(60), z.maximum(86_400))),
  /** What else of the reply requests may name: `{login.userId}`. */
  values: z.optional(
    z.record(z.string().check(z.regex(/^[A-Za-z]\w{0,31}$/, messageOf('attribute-name'))), jsonPathSchema),
  ),
});

/** How a request proves who asks. The secret, and the user or client id, are in the form, never here. */
export const authSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('header'),
    header: signingHeaderSchema,
    prefix: prefixSchema,
  }),
  z.strictObject({ kind: z.literal('bearer') }),
  z.strictObject({ kind: z.literal('basic') }),
  loginSchema,
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

export type LoginDefinition = z.infer<typeof loginSchema>;
