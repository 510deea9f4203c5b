import * as z from 'zod/mini';
import { type Expectation, messageOf } from '../text/file-problem.ts';
import { forbiddenKeys } from '../text/forbidden-keys.ts';
import { isJsonPath, isNamePath } from '../text/json-path.ts';
import { safeOrigin } from '../text/safe-origin.ts';

/** Building blocks of CRM definitions (docs/crm-definitions.md). All of it is data: nothing here can run code. */

export const labelSchema = z.string().check(z.minLength(1), z.maxLength(128));

export const jsonPathSchema = z
  .string()
  .check(z.maxLength(200), z.refine(isJsonPath, messageOf('json-path')));

/** Where something is written, too. */
export const namePathSchema = z
  .string()
  .check(z.maxLength(200), z.refine(isNamePath, messageOf('name-path')));

/** One path or several, of which the first that has something counts. */
export const jsonPathsSchema = z.union([
  jsonPathSchema,
  z.array(jsonPathSchema).check(z.minLength(1), z.maxLength(8)),
]);

export const templateSchema = z.string().check(z.maxLength(2_048));

/**
 * Lists that a request may speak of. `words` of a search; `spellings` of a number, and `tails`, the ways in which its last
 * four digits are typed; `fields`, the paths of all fields.
 */
export const listNames = ['words', 'spellings', 'tails', 'fields'] as const;
export type ListName = (typeof listNames)[number];

/** A text for each of a list: joined to one, or, with `{index}` in the parameter's name, a parameter each. */
const eachSchema = z.strictObject({
  each: z.enum(listNames),
  text: templateSchema,
  join: z.optional(z.string().check(z.maxLength(16))),
});

/** JSON as the text of a parameter; texts in it may hold placeholders. */
const jsonTextSchema = z.strictObject({ json: z.unknown() });

function tableOf<Value extends z.core.$ZodType>(name: RegExp, expected: Expectation, value: Value) {
  return z.record(z.string().check(z.regex(name, messageOf(...expected))), value).check(
    z.refine((table) => Object.keys(table).length <= 40, messageOf('at-most', 40, 'entries')),
    z.refine(
      (table) => Object.keys(table).every((key) => !forbiddenKeys.has(key)),
      messageOf('no-such-member'),
    ),
  );
}

/** They are the browser's, or the connection's own. */
const keptHeaders = new Set(
  'authorization,proxy-authorization,cookie,cookie2,set-cookie,host,origin,referer,connection,content-length,content-type,transfer-encoding,te,trailer,upgrade,via,expect,keep-alive,date,dnt'.split(
    ',',
  ),
);

function headerNames(mayBe: (name: string) => boolean) {
  return z
    .string()
    .check(
      z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, messageOf('header-name')),
      z.refine(mayBe, messageOf('header-of-ours')),
    );
}

function isFree(name: string): boolean {
  return !keptHeaders.has(name.toLowerCase()) && !/^(?:sec|proxy|access-control)-/i.test(name);
}

/** The name of a header that a definition may send. */
export const headerNameSchema = headerNames(isFree);

/** Of the header that signs: `Authorization` too, which nothing else may send. */
export const signingHeaderSchema = headerNames((name) => isFree(name) || /^authorization$/i.test(name));

const headersSchema = z
  .record(headerNameSchema, z.string().check(z.maxLength(512)))
  .check(z.refine((headers) => Object.keys(headers).length <= 20, messageOf('at-most', 20, 'headers')));

const parts = {
  method: z.optional(z.enum(['get', 'post', 'put', 'patch', 'delete', 'options'])),
  /** Below the address, without a slash in front. */
  path: z.optional(templateSchema),
  query: z.optional(
    tableOf(/^[^\p{Cc}]{1,128}$/u, ['parameter-name'], z.union([templateSchema, eachSchema, jsonTextSchema])),
  ),
  headers: z.optional(headersSchema),
  /** A body of parameters (application/x-www-form-urlencoded) in place of JSON. */
  form: z.optional(
    tableOf(/^[^\p{Cc}]{1,128}$/u, ['parameter-name'], z.union([templateSchema, jsonTextSchema])),
  ),
  /** Any JSON; texts in it may hold placeholders. */
  body: z.optional(z.unknown()),
};

/** What of a list's request is different for one search. */
export const requestChangeSchema = z.strictObject(parts);
export const requestSchema = z.strictObject({ ...parts, path: templateSchema });

/** An address of its own, such as that of an OAuth server. */
export const absoluteUrlSchema = z.string().check(
  z.maxLength(512),
  z.refine(
    (text) => safeOrigin(text).ok && URL.parse(text)?.href === text && !/[?#]/.test(text),
    messageOf('address'),
  ),
);

/** Such an address, or a path below the CRM's. */
export const tokenUrlSchema = z.union([
  absoluteUrlSchema,
  z.string().check(
    z.maxLength(512),
    z.regex(/^[\w~-][\w.~/-]*$/, messageOf('address-or-path')),
    z.refine(
      (path) => URL.parse(path, 'https://a.invalid/')?.href === `https://a.invalid/${path}`,
      messageOf('plain-path'),
    ),
  ),
]);

export type RequestChange = z.infer<typeof requestChangeSchema>;
export type RequestTemplate = z.infer<typeof requestSchema>;
export type EachTemplate = z.infer<typeof eachSchema>;
export type JsonText = z.infer<typeof jsonTextSchema>;
