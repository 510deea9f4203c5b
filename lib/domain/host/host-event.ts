import * as z from 'zod/mini';
import { identifierSchema } from '../contact/identifier-schema.ts';
import { maxLanguageTag } from '../text/languages.ts';

/** What a host adapter tells (host protocol version 1, docs/host-protocol.md). All of it is a claim by a page. */
export const channels = [
  'phone',
  'sms',
  'whatsapp',
  'email',
  'chat',
  'instagram',
  'facebook',
  'telegram',
  'other',
] as const;
export const states = ['pending', 'offered', 'active', 'held', 'finished', 'closed'] as const;
export const directions = ['inbound', 'outbound', 'internal'] as const;
export const endReasons = [
  'completed',
  'missed',
  'rejected',
  'cancelled',
  'elsewhere',
  'failed',
  'host-gone',
] as const;
export const inboxModes = ['docked', 'full', 'hidden', 'unknown'] as const;

/** Size caps on what a page may say (T1). */
export const maxEventBytes = 8_192;
export const maxTextLength = 512;
const maxAttributes = 32;
const maxCorrelation = 8;

const text = z.string().check(z.maxLength(maxTextLength));
const id = z.string().check(z.minLength(1), z.maxLength(maxTextLength));
const time = z.iso.datetime({ offset: true });
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

export const hostInteractionSchema = z.object({
  id,
  channel: z.enum(channels),
  /** `unknown`: it began before there was anybody to see who called. */
  direction: z.enum([...directions, 'unknown']),
  state: z.enum(states),
  endReason: z.optional(z.enum(endReasons)),
  clientId: z.optional(identifierSchema),
  /** The host knows that there is no number to be had: the caller hides it, or the exchange has none. Absent: nothing is said. */
  withheld: z.optional(z.boolean()),
  /**
   * What a page shows where the number is expected, and is none: only judged (without-nobody.ts), never kept or shown.
   */
  inNumberPlace: z.optional(text),
  contactId: z.optional(id),
  displayName: z.optional(text),
  campaign: z.optional(z.object({ id: z.optional(text), name: text })),
  queue: z.optional(text),
  agent: z.optional(text),
  threadId: z.optional(text),
  startedAt: z.optional(time),
  answeredAt: z.optional(time),
  /** Whoever tells it was not there when it began: its times are known only as far as they are told. */
  joinedLate: z.optional(z.boolean()),
  endedAt: z.optional(time),
  attributes: z.optional(
    z
      .record(id, text)
      .check(
        z.refine(
          (record) =>
            Object.keys(record).length <= maxAttributes &&
            Object.keys(record).every((key) => !forbiddenKeys.has(key)),
        ),
      ),
  ),
  sequence: z.optional(z.int()),
  /**
   * Ids under which other adapters, pages or the CRM may know the same exchange: a SIP Call-ID, an `X-Call-ID`, a JID.
   * Compared as they are. They help to tell that two interactions are one; by themselves they say nothing.
   */
  correlation: z.optional(z.array(id).check(z.maxLength(maxCorrelation))),
});

export const hostEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    host: z.object({ name: text, version: text }),
    commands: z.array(text).check(z.maxLength(64)),
  }),
  z.object({ type: z.literal('interaction'), interaction: hostInteractionSchema }),
  z.object({ type: z.literal('focus'), interactionId: z.nullable(id) }),
  z.object({ type: z.literal('inbox'), mode: z.enum(inboxModes) }),
  /** The language that the host is in now: a tag of BCP 47. */
  z.object({ type: z.literal('language'), language: z.string().check(z.maxLength(maxLanguageTag)) }),
  z.object({
    type: z.literal('event'),
    event: z.object({
      id,
      interactionId: id,
      type: id,
      at: time,
      actor: z.optional(text),
      data: z.optional(z.record(id, text)),
    }),
  }),
]);

export type HostEvent = z.infer<typeof hostEventSchema>;
export type HostInteraction = z.infer<typeof hostInteractionSchema>;
export type Channel = HostInteraction['channel'];
export type Direction = HostInteraction['direction'];
export type InteractionState = HostInteraction['state'];
export type EndReason = NonNullable<HostInteraction['endReason']>;
export type InboxMode = (typeof inboxModes)[number];
