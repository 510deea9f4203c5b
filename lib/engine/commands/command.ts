import type * as z from 'zod/mini';
import type { Contact } from '../../domain/contact/contact.ts';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { Interactions } from '../interactions/interactions.ts';
import type { EngineParts } from '../live/engine-parts.ts';
import type { LiveStore } from '../live/live-store.ts';
import type { WriteRequest } from '../live/write-request.ts';
import type { OwnWork } from '../outbox/own-work.ts';
import type { WriteAction } from '../outbox/write-action.ts';
import type { Writers } from '../outbox/writers.ts';
import type { Reads } from '../resolving/reads.ts';
import type { Resolvers } from '../resolving/resolvers.ts';

/** What commands work with. */
export interface CommandParts {
  liveStore: LiveStore;
  work: OwnWork;
  writer: Writers;
  reads: Reads;
  resolver: Resolvers;
  interactions: Interactions;
  onModeToggled: NonNullable<EngineParts['onModeToggled']>;
}

export type Refused = { ok: false; error: SafeCrmError };
export type Done = { ok: true };
export type OneContact = { ok: true; contact: Contact; cached?: boolean };
/**
 * What the CRM said of it, where it said anything and the same agent is still there to see it. `waiting`: it is not saved
 * yet; it is kept, and will be sent by itself.
 */
export type Saved = { ok: true; contact?: Contact; waiting?: true };

export type CommandSchema = z.ZodMiniObject<{ type: z.ZodMiniLiteral<string> }>;

/** Something that an agent asks for in a view, and what is answered when it is done. */
export interface Asking<Schema extends CommandSchema, Reply extends Done> {
  schema: Schema;
  /** Which of the rail is seen names no contact and writes nothing: it counts on whosever screen it was meant. */
  ofNobody?: true;
  /** The connection that it is about; without it, every one that was on the screen. */
  crm?(asked: z.infer<Schema>, parts: CommandParts): string | undefined;
  /** It was meant on the screen of somebody who is not signed in any more: what of it stays theirs. */
  keepFor?(parts: CommandParts, owner: string, asked: z.infer<Schema>): void;
  /** Throws CrmError. */
  run(parts: CommandParts, asked: z.infer<Schema>): Promise<Reply | Refused> | Reply | Refused;
}

/** One that changes the CRM: sent exactly once by the outbox, and answered when it is saved. */
export interface Writing<Schema extends CommandSchema> {
  schema: Schema;
  write: z.infer<Schema> extends WriteRequest ? WriteAction<z.infer<Schema>> : never;
}

export function asking<Schema extends CommandSchema, Reply extends Done>(
  command: Asking<Schema, Reply>,
): Asking<Schema, Reply> {
  return command;
}

export function writing<Schema extends CommandSchema>(command: Writing<Schema>): Writing<Schema> {
  return command;
}

export const done: Done = { ok: true };
