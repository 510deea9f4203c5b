import * as z from 'zod/mini';
import { identifierKinds } from '../contact/identifier-schema.ts';
import { messageOf } from '../text/file-problem.ts';
import { forbiddenKeys } from '../text/forbidden-keys.ts';
import { safeOrigin } from '../text/safe-origin.ts';
import { directions, endReasons, states } from './host-event.ts';
import { patternSchema } from './host-rules-pattern.ts';

/** Building blocks of host rules (docs/host-rules.md). All of it is data: nothing here can run code. */

export const textSchema = z.string().check(z.minLength(1), z.maxLength(128));
export const slugSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, messageOf('slug')));
export const dateSchema = z.iso.date();
export const stateSchema = z.enum(states);
export const endReasonSchema = z.enum(endReasons);
export const directionSchema = z.enum(directions);
export const kindSchema = z.enum(identifierKinds);

/** A table of words: what is read, in any letter case → what it means. */
export function tableOf<Value extends z.core.$ZodType>(value: Value) {
  return z
    .record(z.string().check(z.maxLength(128)), value)
    .check(
      z.refine(
        (table) =>
          Object.keys(table).length <= 64 && Object.keys(table).every((key) => !forbiddenKeys.has(key)),
        messageOf('at-most', 64, 'words'),
      ),
    );
}

const wordSchema = z.string().check(z.maxLength(128));

/** What is done with a text once it is read: cut out by a pattern, then looked up in a table. */
export const cutSchema = {
  /** What fits is taken: its first group, or all of it where there is none. */
  match: z.optional(patternSchema),
  group: z.optional(z.int().check(z.minimum(0), z.maximum(9))),
  /** What was taken is percent-encoded, as in a query. */
  decode: z.optional(z.literal(true)),
  /** Of what there is now: the e-mail address or the number in it, or the name that stands before either. */
  take: z.optional(z.enum(['email', 'number', 'name'])),
  /** What is not in the table stays as it is, unless the table has `*`. */
  map: z.optional(tableOf(wordSchema)),
};

const name = String.raw`(?:\\.|[^.[\]\\])+`;
/** An entry of a list: by number, or the first whose member reads so. */
const entry = String.raw`\[(?:\d+|[^.[\]\\=]{1,64}=(?:\\.|[^[\]\\])+)\]`;
const step = `(?:${name}|${entry})`;

const steps = `${step}(?:\\.${step}|${entry})*`;

function pathOf(pattern: string) {
  return z.string().check(
    z.maxLength(200),
    z.regex(new RegExp(`^${pattern}$`), messageOf('message-path')),
    z.refine(
      (path) => path.split(/[.[\]\\=]/).every((key) => !forbiddenKeys.has(key)),
      messageOf('no-such-member'),
    ),
  );
}

/**
 * `call.from[0].number`: members by name, entries of a list by number, or by what one of their members reads, as in
 * `headers[name=X-Campaign].value`. A dot in a name has a backslash before it, and so has a bracket in such a value. In what
 * is read of the entries of a list, two dots in front begin at what holds the list, each further one at a list further out.
 */
export const pathSchema = pathOf(`(?:\\.{2,4})?${steps}`);

/** The path to a list, `networks[].channels[]` where it is one of lists: `[]` stands for all entries. */
export const listPathSchema = pathOf(`(?:${steps}|(?=\\[\\]))(?:\\[\\](?:\\.${steps})?){0,3}`);

export const originSchema = z.string().check(
  z.refine((value) => {
    const safe = safeOrigin(value);
    return safe.ok && safe.origin === value;
  }, messageOf('origin')),
);

/** Where a rule holds. Everything that is named must fit. */
export const placeSchema = z.strictObject({
  /** `desk.example.com`, with a port where it has one; `*.example.com` for all below; `*` for every connected host. */
  host: z
    .string()
    .check(
      z.maxLength(256),
      z.regex(
        /^(?:\*|(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?|\[[0-9a-f:]+\](?::\d{1,5})?)$/,
        messageOf('host-place'),
      ),
    ),
  path: z.optional(patternSchema),
  query: z.optional(patternSchema),
  hash: z.optional(patternSchema),
  frame: z._default(z.enum(['top', 'any']), 'any'),
});

/** One or several, tried in turn. */
export function oneOrMore<Value extends z.core.$ZodType>(value: Value, most = 6) {
  return z.union([value, z.array(value).check(z.minLength(1), z.maxLength(most))]);
}

export type Place = z.infer<typeof placeSchema>;
