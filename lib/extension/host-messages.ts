import * as z from 'zod/mini';
import type { HostOptions } from '../hosts/host.ts';

/**
 * Content script → worker. Events are numbered from 1 in each `instance` (one life of a content script); `first` is the
 * number of the first of the batch. The worker drops numbers it has seen and acknowledges cumulatively. The event itself
 * is validated apart, one by one, so that one bad event does not take the others with it.
 */
export const hostPortMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open'), instance: z.uuid(), late: z.boolean(), hidden: z.boolean() }),
  z.object({
    type: z.literal('events'),
    first: z.int().check(z.minimum(1)),
    batch: z
      .array(z.object({ adapter: z.string().check(z.maxLength(64)), event: z.unknown() }))
      .check(z.maxLength(256)),
  }),
  z.object({ type: z.literal('visibility'), hidden: z.boolean() }),
  /** The page does not allow the card, or it did not load within a second. */
  z.object({ type: z.literal('card-blocked') }),
]);

export type HostPortMessage = z.infer<typeof hostPortMessageSchema>;

/** Worker → content script. Nothing about a lookup's result is ever in it. */
export type HostPortReply =
  /** Start the adapters, or give them new options. */
  | { type: 'options'; options: HostOptions }
  | { type: 'ack'; upTo: number }
  /** `url` of the card's frame; `loaded` when the worker has heard from the card itself. */
  | { type: 'card'; show: true; url: string }
  | { type: 'card'; show: false }
  | { type: 'card-loaded' }
  /** Tell everything that is live again. */
  | { type: 'hello?' };
