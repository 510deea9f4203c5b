import * as z from 'zod/mini';
import { messageOf } from '../text/file-problem.ts';
import { channels } from './host-event.ts';
import { domVersionSchema } from './host-rules-dom.ts';
import { messageVersionSchema, webSocketVersionSchema } from './host-rules-events.ts';
import { dateSchema, directionSchema, placeSchema, slugSchema, textSchema } from './host-rules-values.ts';

const common = {
  id: slugSchema,
  where: z.array(placeSchema).check(z.minLength(1), z.maxLength(16)),
  channel: z._default(z.enum(channels), 'phone'),
  /** Where nothing is read. */
  direction: z._default(directionSchema, 'inbound'),
  /** Name of the campaign, where nothing is read. */
  campaign: z.optional(textSchema),
};

function versionsOf<Version extends z.core.$ZodType<{ since: string }>>(version: Version) {
  return z.array(version).check(
    z.minLength(1),
    z.maxLength(8),
    z.refine(
      (list) => list.every(({ since }, index) => index === 0 || since <= (list[index - 1]?.since ?? '')),
      messageOf('newest-first'),
    ),
  );
}

const domRuleSchema = z.strictObject({
  ...common,
  read: z.literal('dom'),
  versions: versionsOf(domVersionSchema),
});
const messageRuleSchema = z.strictObject({
  ...common,
  read: z.literal('message'),
  versions: versionsOf(messageVersionSchema),
});
const webSocketRuleSchema = z.strictObject({
  ...common,
  read: z.literal('websocket'),
  versions: versionsOf(webSocketVersionSchema),
});

/** How one kind of page, window message or socket is read. */
export const hostRuleSchema = z.discriminatedUnion('read', [
  domRuleSchema,
  messageRuleSchema,
  webSocketRuleSchema,
]);

/** A file of host rules, version 1 (docs/host-rules.md): how Ringside reads a host that it has no adapter for. */
export const ruleFileSchema = z.strictObject({
  $schema: z.optional(z.string().check(z.maxLength(512))),
  version: z.literal(1),
  id: slugSchema,
  label: textSchema,
  /** When and how it was tried, for people. */
  tried: z._default(
    z
      .array(z.strictObject({ on: dateSchema, how: z.string().check(z.maxLength(512)) }))
      .check(z.maxLength(16)),
    [],
  ),
  rules: z.array(hostRuleSchema).check(
    z.minLength(1),
    z.maxLength(16),
    z.refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, messageOf('every-id-once')),
  ),
});

export type RuleFile = z.infer<typeof ruleFileSchema>;
export type HostRule = z.infer<typeof hostRuleSchema>;
export type DomRule = z.infer<typeof domRuleSchema>;
export type WebSocketRule = z.infer<typeof webSocketRuleSchema>;
