import * as z from 'zod/mini';
import { type Contact, contactChangeSchema, fieldValueSchema, newContactSchema } from './contact/contact.ts';
import type { SafeCrmError } from './crm/crm-error.ts';
import type { Workspace } from './fields/workspace.ts';
import type { Connection, HostStatus, LiveInteraction, RecentContact, Write } from './interaction/live.ts';

/** Everything a view draws. The worker (or the widget's engine) is its only writer. */
export interface ViewState {
  connection: Connection;
  hosts: HostStatus[];
  workspace: Workspace | null;
  /** In the order they started. */
  interactions: LiveInteraction[];
  /** Key of the interaction in front, or null when none is. */
  front: string | null;
  /** The agent pinned this one: the host's focus does not take it away. */
  pinned: string | null;
  /** Newest first. */
  recent: RecentContact[];
  /** The agent's writes of no interaction, or of one that is not there any more, that have not ended well. */
  writes: Write[];
}

export const emptyViewState: ViewState = {
  connection: { status: 'not-connected' },
  hosts: [],
  workspace: null,
  interactions: [],
  front: null,
  pinned: null,
  recent: [],
  writes: [],
};

const key = z.string().check(z.minLength(1), z.maxLength(2_048));
const writeId = z.uuid();
const contactId = z.string().check(z.minLength(1), z.maxLength(256));

/**
 * What a view may ask for. Everything that writes carries a `writeId`, the idempotency key: the same one again never
 * writes twice. Only views in our own surfaces send these, and writes only on an agent's click.
 */
export const viewCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('interaction.show'), key }),
  z.object({ type: z.literal('interaction.pin'), key, pinned: z.boolean() }),
  /** Take a finished interaction out of the rail. */
  z.object({ type: z.literal('interaction.dismiss'), key }),
  z.object({ type: z.literal('interaction.mode'), key, mode: z.enum(['reduced', 'full']) }),
  z.object({ type: z.literal('resolve.again'), key }),
  /** The agent chose this contact: among candidates, in the search, or from another list. */
  z.object({ type: z.literal('contact.choose'), key, contactId }),
  z.object({ type: z.literal('contact.reject'), key, contactId }),
  z.object({ type: z.literal('contact.search'), query: z.string().check(z.maxLength(200)) }),
  z.object({ type: z.literal('contact.get'), contactId }),
  z.object({ type: z.literal('contact.create'), key: z.nullable(key), writeId, contact: newContactSchema }),
  z.object({
    type: z.literal('contact.update'),
    key: z.nullable(key),
    writeId,
    contactId,
    version: z.string(),
    change: contactChangeSchema,
  }),
  z.object({
    type: z.literal('identifier.assign'),
    key,
    writeId,
    contactId,
    mode: z.enum(['add', 'move', 'keep']),
  }),
  z.object({ type: z.literal('identifier.decline'), key }),
  z.object({ type: z.literal('assignment.undo'), key, writeId, assignmentId: z.string() }),
  z.object({ type: z.literal('write.retry'), key: z.nullable(key), writeId }),
  z.object({ type: z.literal('write.discard'), key: z.nullable(key), writeId }),
  z.object({
    type: z.literal('draft.save'),
    key,
    form: z.string().check(z.minLength(1), z.maxLength(64)),
    /** null removes the draft. */
    values: z.nullable(z.record(z.string(), fieldValueSchema)),
  }),
]);

export type ViewCommand = z.infer<typeof viewCommandSchema>;

/** The answer to a command. `contacts` for a search (`cached`: the CRM did not answer, these are saved copies). */
export type CommandReply =
  | { ok: true; contacts?: Contact[]; cached?: boolean; contact?: Contact }
  | { ok: false; error: SafeCrmError };

/** How a view reaches the engine: over a Port in the extension, directly in the widget. */
export interface ViewLink {
  /** Called at once with the state as it is, then at every change; until the signal aborts. */
  subscribe(listener: (state: ViewState) => void, signal: AbortSignal): void;
  /** `owner`: on whose screen it was meant, where that is not who is there now. */
  send(command: ViewCommand, owner?: string | null): Promise<CommandReply>;
}
