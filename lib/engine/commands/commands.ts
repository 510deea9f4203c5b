import * as z from 'zod/mini';
import type { ViewState } from '../../domain/view-state.ts';
import type { WriteAction } from '../outbox/write-action.ts';
import { assignIdentifier } from './assign-identifier.ts';
import { chooseContact } from './choose-contact.ts';
import type { Asking, CommandParts, CommandSchema, Done, Refused, Saved } from './command.ts';
import { createContact } from './create-contact.ts';
import { declineIdentifier } from './decline-identifier.ts';
import { discardWrite } from './discard-write.ts';
import { dismissInteraction } from './dismiss-interaction.ts';
import { getContact } from './get-contact.ts';
import { pinInteraction } from './pin-interaction.ts';
import { rejectContact } from './reject-contact.ts';
import { resolveAgain } from './resolve-again.ts';
import { retryWrite } from './retry-write.ts';
import { saveDraft } from './save-draft.ts';
import { searchContacts } from './search-contacts.ts';
import { showInteraction } from './show-interaction.ts';
import { toggleMode } from './toggle-mode.ts';
import { undoAssignment } from './undo-assignment.ts';
import { updateContact } from './update-contact.ts';

/** All that a view may ask for, a file each. Only views in our own surfaces ask, and for writes only on an agent's click. */
const commands = {
  'interaction.show': showInteraction,
  'interaction.pin': pinInteraction,
  'interaction.dismiss': dismissInteraction,
  'interaction.mode': toggleMode,
  'resolve.again': resolveAgain,
  'contact.choose': chooseContact,
  'contact.reject': rejectContact,
  'contact.search': searchContacts,
  'contact.get': getContact,
  'contact.create': createContact,
  'contact.update': updateContact,
  'identifier.assign': assignIdentifier,
  'identifier.decline': declineIdentifier,
  'assignment.undo': undoAssignment,
  'write.retry': retryWrite,
  'write.discard': discardWrite,
  'draft.save': saveDraft,
};

type Commands = typeof commands;
type Type = keyof Commands;
type AskedBy<Command> = Command extends { schema: infer Schema } ? z.infer<Schema> : never;
export type ViewCommand = AskedBy<Commands[Type]>;
export type WriteCommand = AskedBy<Extract<Commands[Type], { write: unknown }>>;

/** What a command is answered: its own reply, or why it was not done. */
export type ReplyTo<Asked extends ViewCommand> =
  | Refused
  | (Commands[Asked['type']] extends { run(...given: never[]): infer Reply }
      ? Extract<Awaited<Reply>, Done>
      : Saved);

/** Of any command. */
export type CommandReply = ReplyTo<ViewCommand>;

/** Whose screen something was meant on: connection → owner. Where nobody was signed in, there is none. */
export type Owners = Record<string, string>;

export type Send = <Asked extends ViewCommand>(
  command: Asked,
  /** On whose screen it was meant, where that is not who is there now. */
  owners?: Owners,
) => Promise<ReplyTo<Asked>>;

/** How a view reaches the engine: over a Port in the extension, directly in the widget. */
export interface ViewLink {
  /** Called at once with the state as it is, then at every change; until the signal aborts. */
  subscribe(listener: (state: ViewState) => void, signal: AbortSignal): void;
  send: Send;
}

const typeSchema = z.object({ type: z.string() });

/** What a view asked for; undefined where it is no command, or one with something wrong in it. */
export function readCommand(raw: unknown): ViewCommand | undefined {
  const named = typeSchema.safeParse(raw);
  const command = named.success ? find(named.data.type) : undefined;
  // Each schema answers what its own command carries.
  return command?.schema.safeParse(raw).data as ViewCommand | undefined;
}

/** A write as it was kept, checked again: rows outlive the version that wrote them. */
export function readWrite(raw: unknown): WriteCommand | undefined {
  const command = readCommand(raw);
  return command && isWrite(command) ? command : undefined;
}

/** undefined for a command that writes nothing. */
export function writeActionOf(type: string): WriteAction | undefined {
  const command = find(type);
  return command && 'write' in command ? (command.write as WriteAction) : undefined;
}

export function isWrite(command: ViewCommand): command is WriteCommand {
  return writeActionOf(command.type) !== undefined;
}

/** Does what an agent asks for in a view. Throws CrmError. */
export async function obey(parts: CommandParts, command: ViewCommand): Promise<CommandReply> {
  if (isWrite(command)) return parts.writer.write(command);
  // It is of the schema that stands beside what it runs.
  const { run } = commands[command.type] as Asking<CommandSchema, Done>;
  return (await run(parts, command)) as CommandReply;
}

/** It counts on whosever screen it was meant. */
export function isOfNobody({ type }: ViewCommand): boolean {
  const command = commands[type];
  return 'ofNobody' in command && command.ofNobody === true;
}

/** The connection that it is about; undefined: every one that was on the screen. */
export function crmOf(parts: CommandParts, command: ViewCommand): string | undefined {
  const write = writeActionOf(command.type);
  if (write && isWrite(command)) return write.crm(command);
  const { crm } = commands[command.type] as Asking<CommandSchema, Done>;
  return crm?.(command, parts);
}

/** It was meant on the screen of `owner`, who is not signed in any more: what of it is theirs stays theirs. */
export function keepFor(parts: CommandParts, owner: string, command: ViewCommand): void {
  if (isWrite(command)) {
    parts.writer.keepFor(owner, command);
    return;
  }
  const { keepFor: keep } = commands[command.type] as Asking<CommandSchema, Done>;
  keep?.(parts, owner, command);
}

function find(type: string): Commands[Type] | undefined {
  return Object.hasOwn(commands, type) ? commands[type as Type] : undefined;
}
