import * as z from 'zod/mini';
import { patternSchema } from './host-rules-pattern.ts';
import {
  cutSchema,
  dateSchema,
  directionSchema,
  endReasonSchema,
  listPathSchema,
  oneOrMore,
  originSchema,
  pathSchema,
  stateSchema,
  textSchema,
} from './host-rules-values.ts';

/** A text or number in a message: the path alone, or the path and what to do with what stands there. */
export const fieldSchema = z.union([pathSchema, z.strictObject({ path: pathSchema, ...cutSchema })]);
const field = z.optional(oneOrMore(fieldSchema));

const fields = {
  clientId: field,
  /** Who calls and who is called: the ClientID is the one that is not the agent, by direction. */
  caller: field,
  callee: field,
  displayName: field,
  callerName: field,
  calleeName: field,
  contactId: field,
  campaign: field,
  queue: field,
  agent: field,
  threadId: field,
  correlation: field,
  /** ISO 8601 with its zone, or seconds or milliseconds since 1970. Else the time when it was first heard of. */
  startedAt: field,
  answeredAt: field,
  /** These with a `map` to the words of Ringside: a word that it does not know says nothing. */
  stateFrom: field,
  directionFrom: field,
  endReasonFrom: field,
  channelFrom: field,
  kindFrom: field,
};

const eventSchema = z.strictObject({
  /** What stands at `type`. */
  type: oneOrMore(textSchema, 24),
  /** Only where the page received it, or sent it. Windows only receive. */
  on: z.optional(z.enum(['received', 'sent'])),
  /** Further members that must read so: one of some words, or as a pattern says. */
  where: z.optional(
    z
      .array(
        z.strictObject({
          path: pathSchema,
          is: z.optional(z.array(textSchema).check(z.minLength(1), z.maxLength(32))),
          match: z.optional(patternSchema),
        }),
      )
      .check(z.maxLength(4)),
  ),
  /** Absent: the state stays as it was; an event that begins nothing and ends nothing. */
  state: z.optional(stateSchema),
  /** It tells of what is known only: an interaction that nobody has heard of is not begun by it. */
  begins: z.optional(z.literal(false)),
  endReason: z.optional(endReasonSchema),
  direction: z.optional(directionSchema),
  /** Where its id is unknown: it names the one call that the page has dialled under an id of its own. */
  adopts: z.optional(z.boolean()),
  /** The agent looks at this one now; at none where the event names none. */
  focus: z.optional(z.literal(true)),
  ...fields,
});

/** One version of a host's messages. */
const messages = {
  since: dateSchema,
  /** Where a message is a list of events, or a list of lists: the path to it; empty where the message itself is the list. */
  each: z.optional(z.union([listPathSchema, z.literal('')])),
  /** Where the type of an event stands; the first that is there. */
  type: oneOrMore(pathSchema),
  /** The host's own id of the interaction; the first that is there. Absent: one interaction at a time. */
  id: field,
  events: z.array(eventSchema).check(z.minLength(1), z.maxLength(64)),
  /** Holds for every event that does not say otherwise. */
  ...fields,
  clientScope: z.optional(textSchema),
  withheld: z.optional(z.array(textSchema).check(z.maxLength(32))),
};

/** Messages between windows. */
export const messageVersionSchema = z.strictObject({
  ...messages,
  /** Who may say it: exact origins, `self` for the page's own. */
  origins: z.array(z.union([z.literal('self'), originSchema])).check(z.minLength(1), z.maxLength(16)),
  /** Which window must have posted it. */
  source: z._default(z.enum(['self', 'frame', 'parent', 'opener', 'any']), 'any'),
});

/** JSON over WebSocket. */
export const webSocketVersionSchema = z.strictObject({
  ...messages,
  /** Address of the socket. */
  url: z.optional(patternSchema),
  framing: z._default(z.enum(['json', 'socket.io', 'sockjs']), 'json'),
  /** Of socket.io; `/` is the one without a name. */
  namespace: z.optional(textSchema),
  /** Only frames in which this stands are looked at. */
  contains: z.optional(textSchema),
});

export type FieldRule = z.infer<typeof fieldSchema>;
export type EventRule = z.infer<typeof eventSchema>;
export type MessageVersion = z.infer<typeof messageVersionSchema>;
export type WebSocketVersion = z.infer<typeof webSocketVersionSchema>;
/** What both kinds of messages have in common. */
export type EventVersion = Omit<MessageVersion, 'origins' | 'source'>;
