import * as z from 'zod/mini';
import { messageOf } from '../text/file-problem.ts';
import { patternSchema } from './host-rules-pattern.ts';
import {
  cutSchema,
  dateSchema,
  directionSchema,
  endReasonSchema,
  kindSchema,
  oneOrMore,
  stateSchema,
  textSchema,
} from './host-rules-values.ts';

const selector = z.string().check(z.minLength(1), z.maxLength(256));
const attribute = z.string().check(z.regex(/^[A-Za-z_][\w:.-]{0,63}$/, messageOf('attribute-name')));

/** Where to look, and what to read there. */
const place = {
  /** Within the row, in the document that it stands in, or in the page around its frame. Absent: the row itself. */
  at: z.optional(selector),
  in: z.optional(z.enum(['row', 'page', 'around'])),
  read: z.optional(z.enum(['text', 'value', 'attribute', 'url', 'title'])),
  /** Which, where `read` is `attribute`. */
  attribute: z.optional(attribute),
};

/** A text in the page. Text and input values count only where they can be seen, unless `visible` is false. */
export const domValueSchema = z.strictObject({
  ...place,
  visible: z.optional(z.boolean()),
  ...cutSchema,
});

/** True where some element fits in everything that is said. */
export const domConditionSchema = z.strictObject({
  ...place,
  /** True where no element fits. */
  not: z.optional(z.boolean()),
  /** Whether it can be seen: has a box, is on the page, not transparent, not hidden from readers. */
  visible: z.optional(z.boolean()),
  class: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  /** What is read is one of these, in any letter case. */
  words: z.optional(z.array(textSchema).check(z.minLength(1), z.maxLength(32))),
  match: z.optional(patternSchema),
});

const when = oneOrMore(domConditionSchema);

/** Where the rows are, and what is read of each. */
const reading = {
  /** Frames of the page's own origin, or elements with an open shadow root, in which the rows are. */
  within: z.optional(selector),
  /** The narrowest element that stays and holds all rows: only it is watched. Absent: the body. */
  scope: z.optional(selector),
  /** Every element that may be an interaction. Absent: the scope is the only one. */
  rows: z.optional(selector),
  /** Rows inside these are none: lists of past calls. */
  ignore: z.optional(selector),
  /** False: a row counts although it cannot be seen. */
  visible: z.optional(z.boolean()),
  /** The host's own id of the interaction. */
  id: z.optional(oneOrMore(domValueSchema)),
  /** What tells one row from another where there is no id; rows of the same key are one. */
  key: z.optional(oneOrMore(domValueSchema)),
  /** The first that holds is the row's state; where none does, the row is no interaction. */
  state: z.optional(
    z
      .array(
        z.strictObject({
          is: stateSchema,
          /** A row that is known may be in it; one that is not begins nothing by it. */
          begins: z.optional(z.literal(false)),
          endReason: z.optional(endReasonSchema),
          when: z.optional(when),
        }),
      )
      .check(z.minLength(1), z.maxLength(24)),
  ),
  direction: z.optional(
    z
      .array(z.strictObject({ is: directionSchema, when: z.optional(when) }))
      .check(z.minLength(1), z.maxLength(12)),
  ),
  /** The agent looks at the row where it holds; always where nothing is said of when. */
  focus: z.optional(z.strictObject({ when: z.optional(when) })),
  clientId: z.optional(oneOrMore(domValueSchema)),
  displayName: z.optional(oneOrMore(domValueSchema)),
  contactId: z.optional(oneOrMore(domValueSchema)),
  campaign: z.optional(oneOrMore(domValueSchema)),
  queue: z.optional(oneOrMore(domValueSchema)),
  agent: z.optional(oneOrMore(domValueSchema)),
  threadId: z.optional(oneOrMore(domValueSchema)),
  /** An id by which others may know the same interaction, such as the Call-ID of a SIP call. */
  correlation: z.optional(oneOrMore(domValueSchema)),
};

/** One version of a host's markup. */
export const domVersionSchema = z
  .strictObject({
    /** When this markup was seen first, or written down. */
    since: dateSchema,
    /** This version is the page's where every one of these is found. */
    probe: oneOrMore(selector),
    ...reading,
    /**
     * Several places of one page that show the same interactions, such as a list and the frame in which one is opened. What
     * a part does not say, the version says for it.
     */
    parts: z.optional(z.array(z.strictObject(reading)).check(z.minLength(1), z.maxLength(8))),
    clientKind: z.optional(kindSchema),
    clientScope: z.optional(textSchema),
    /** A ClientID that reads like one of these means that the number is withheld. */
    withheld: z.optional(z.array(textSchema).check(z.maxLength(32))),
    /** False: what is no longer shown is forgotten at once. Else it is kept until the row is idle. */
    remember: z.optional(z.boolean()),
  })
  .check(
    z.refine(({ state, parts }) => state !== undefined || parts?.every((part) => part.state) === true, {
      path: ['state'],
      error: messageOf('list'),
    }),
  );

export type DomValue = z.infer<typeof domValueSchema>;
export type DomCondition = z.infer<typeof domConditionSchema>;
export type DomVersion = z.infer<typeof domVersionSchema>;
/** One place of a page, as its version completes it. */
export type DomPart = Pick<DomVersion, keyof typeof reading>;
