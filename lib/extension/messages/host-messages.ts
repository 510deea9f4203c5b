import * as z from 'zod/mini';
import type { CardDrag, CardShape, CardSpot } from '../../domain/card-spot.ts';
import { cardSpotSchema } from '../../domain/card-spot-schema.ts';
import type { HostCommand } from '../../domain/host/host-command.ts';
import { channels } from '../../domain/host/host-event.ts';
import type { HostOptions } from '../../hosts/host.ts';

/** Why a content script leaves something out. `not-valid`: no JSON, such as what holds itself. */
const pageDropReasons = ['too-big', 'not-valid', 'too-many', 'forged-sender'] as const;
export type PageDropReason = (typeof pageDropReasons)[number];

const name = z.string().check(z.maxLength(64));
const commandNumber = z.int().check(z.minimum(0));
const strategySchema = z.object({
  adapter: name,
  rule: z.optional(z.string().check(z.maxLength(130))),
  state: z.enum(['ready', 'unseen', 'cannot-read', 'elsewhere', 'failed']),
  numbers: z.optional(
    z.object({
      at: z.string().check(z.maxLength(200)),
      channel: z.enum(channels),
      seen: z.int().check(z.minimum(0)),
      empty: z.int().check(z.minimum(0)),
    }),
  ),
});

/**
 * Content script → worker. Events are numbered from 1 in each `instance` (one life of a content script); `first` is the
 * number of the first of the batch. The worker drops numbers it has seen and acknowledges cumulatively. The event itself
 * is validated apart, one by one, so that one bad event does not take the others with it.
 *
 * Commands go the other way, numbered by the worker from 1 in each `instance`. `taken` is the number of the last that the
 * page has taken: what a new Port was opened for without it may be sent again, and is given to its adapter once.
 */
export const hostPortMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    instance: z.uuid(),
    late: z.boolean(),
    hidden: z.boolean(),
    taken: commandNumber,
  }),
  z.object({
    type: z.literal('events'),
    first: z.int().check(z.minimum(1)),
    batch: z.array(z.object({ adapter: name, event: z.unknown() })).check(z.maxLength(256)),
  }),
  z.object({ type: z.literal('visibility'), hidden: z.boolean() }),
  /** The page has had its time to tell all that is live; comes after the events that it has told. Once a life. */
  z.object({ type: z.literal('told') }),
  /** Commands up to this number have reached the page. */
  z.object({ type: z.literal('taken'), upTo: commandNumber }),
  /** What came of a command; validated apart, since whoever asked must hear of a bad one too. */
  z.object({ type: z.literal('answer'), number: commandNumber, answer: z.unknown() }),
  /** The page does not allow the card, or it did not load within a second. */
  z.object({ type: z.literal('card-blocked') }),
  /** The card that was asked for stands in the page, with our own page in it. */
  z.object({ type: z.literal('card-seen') }),
  /** The agent has dragged it there. */
  z.object({ type: z.literal('card-spot'), spot: cardSpotSchema }),
  /** Keeps the worker awake while the page is in view, so that a call does not wait for it to start. */
  z.object({ type: z.literal('awake') }),
  /** How the page's strategies stand, all of them, for the host diagnostics. */
  z.object({ type: z.literal('status'), strategies: z.array(strategySchema).check(z.maxLength(128)) }),
  /** What the content script left out itself, since it told this last. */
  z.object({
    type: z.literal('dropped'),
    drops: z
      .array(
        z.object({
          adapter: name,
          reason: z.enum(pageDropReasons),
          times: z.int().check(z.minimum(1), z.maximum(1_000_000)),
        }),
      )
      .check(z.maxLength(64)),
  }),
]);

export type HostPortMessage = z.infer<typeof hostPortMessageSchema>;

/** Worker → content script. Nothing about a lookup's result is ever in it. */
export type HostPortReply =
  /** The answer to `open` and `awake`, whether the page is served or not: this Port leads to a worker. */
  | { type: 'here' }
  /** Start the adapters, or give them new options. */
  | { type: 'options'; options: HostOptions }
  | { type: 'ack'; upTo: number }
  /** `url` of the card's frame; `loaded` when the worker has heard from the card itself. */
  | { type: 'card'; show: true; url: string; look: { spot: CardSpot; shape: CardShape } }
  /** `url`: of a card that is kept at hand, unseen. */
  | { type: 'card'; show: false; url?: string }
  | { type: 'card-loaded' }
  /** The agent drags it. */
  | { type: 'card-drag'; step: CardDrag }
  /** For one adapter; not to be begun after `until`, epoch milliseconds. */
  | { type: 'command'; number: number; until: number; adapter: string; command: HostCommand }
  /** Tell everything that is live again. */
  | { type: 'hello?' };
