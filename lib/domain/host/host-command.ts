import * as z from 'zod/mini';
import { maxTextLength } from './host-event.ts';

const text = z.string().check(z.maxLength(maxTextLength));
const id = z.string().check(z.minLength(1), z.maxLength(maxTextLength));

/** Of one command as JSON, in characters. */
const maxCommandLength = 8_192;

/** What a host is asked to do. Its adapter has said `name` among the commands of its `hello`; what it means, the host says. */
export const hostCommandSchema = z
  .object({
    name: id,
    /** The host's own id, where the command is about one interaction. */
    interactionId: z.optional(id),
    data: z.optional(z.record(id, text)),
  })
  .check(z.refine((command) => JSON.stringify(command).length <= maxCommandLength));

/** What an adapter says came of a command: the word of a page, like all it says. */
export const hostAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done') }),
  /** The host will not; `code` is its own word for the reason. */
  z.object({ outcome: z.literal('refused'), code: z.string().check(z.minLength(1), z.maxLength(64)) }),
  /** The adapter takes no commands, or not this one. */
  z.object({ outcome: z.literal('not-supported') }),
  /** It was tried and did not happen, or came too late to be tried. */
  z.object({ outcome: z.literal('failed') }),
]);

export type HostCommand = z.infer<typeof hostCommandSchema>;
export type HostAnswer = z.infer<typeof hostAnswerSchema>;

/** What whoever asked is told, once. */
export type HostOutcome =
  | HostAnswer
  /** It may have happened or not: page or answer were lost on the way. It is not sent again. */
  | { outcome: 'unknown' }
  /** It has certainly not happened. */
  | { outcome: 'not-asked'; because: 'no-page' | 'not-declared' | 'not-valid' | 'too-many' };
