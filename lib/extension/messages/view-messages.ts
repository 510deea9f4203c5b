import * as z from 'zod/mini';
import { cardDragSchema, cardShapeSchema, cardSideSchema } from '../../domain/card-spot-schema.ts';
import type { ViewState } from '../../domain/view-state.ts';
import type { CommandReply } from '../../engine/commands/commands.ts';
import type { ViewChanges } from './view-changes.ts';

/**
 * View → worker. Commands carry a number that is theirs for the life of the page: after a reconnect those without a reply
 * are sent again. Commands are validated apart, so that a bad one is answered.
 */
export const viewPortMessageSchema = z.discriminatedUnion('type', [
  /** `windowId`: the browser window this panel serves. The worker takes the card's place from the browser instead. */
  z.object({ type: z.literal('open'), windowId: z.optional(z.int()) }),
  z.object({
    type: z.literal('command'),
    id: z.int(),
    command: z.unknown(),
    /** Whose screen it was meant on, as the state said: connection → owner. */
    owners: z.optional(z.record(z.string(), z.string())),
  }),
  /** The agent hid the card of this interaction. */
  z.object({ type: z.literal('hide'), key: z.string().check(z.maxLength(2_048)) }),
  /** How large the card of this tab wants to be, where it is dragged or sent to, and that its host wants none. */
  z.object({ type: z.literal('card-shape'), shape: cardShapeSchema }),
  z.object({ type: z.literal('card-drag'), step: cardDragSchema }),
  z.object({ type: z.literal('card-towards'), side: cardSideSchema }),
  z.object({ type: z.literal('no-card') }),
  /** Where a framed page cannot open the panel by itself (Firefox). */
  z.object({ type: z.literal('open-panel') }),
  /** A made-up call of this number, from a panel. */
  z.object({ type: z.literal('test-call'), number: z.string().check(z.regex(/^\+\d{5,15}$/)) }),
  /** Loads the pages of a host anew that were open before us, from a panel. */
  z.object({ type: z.literal('reload-host'), origin: z.string().check(z.maxLength(512)) }),
  /** The browser has just let us read pages of this origin: it is a host from now on. From a panel. */
  z.object({ type: z.literal('connect-host'), origin: z.string().check(z.maxLength(512)) }),
  /** Keeps the worker awake while an agent looks at a panel. */
  z.object({ type: z.literal('awake') }),
]);

export type ViewPortMessage = z.infer<typeof viewPortMessageSchema>;

/** Worker → view. */
export type ViewPortReply =
  /** The answer to `open` and `awake`: this Port leads to a worker. */
  | { type: 'here' }
  /** The whole; first of all, so after every reconnect. */
  | { type: 'state'; state: ViewState }
  /** What became different since the last of either. */
  | { type: 'changes'; changes: ViewChanges }
  | { type: 'reply'; id: number; reply: CommandReply }
  /** The agent pressed the key for the search, wherever the focus was. */
  | { type: 'search' }
  /** Where a card stands: ids for `sidePanel.open`. Sent before its first state. */
  | { type: 'place'; tabId: number; windowId: number };
