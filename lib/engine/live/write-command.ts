import type { Write } from '../../domain/interaction/live.ts';
import type { ViewCommand } from '../../domain/view-state.ts';

/** A command that changes the CRM, under the idempotency key `writeId`. */
export type WriteCommand = Extract<ViewCommand, { writeId: string }> &
  (
    | { type: 'contact.create' }
    | { type: 'contact.update' }
    | { type: 'identifier.assign' }
    | { type: 'assignment.undo' }
  );

export function isWrite(command: ViewCommand): command is WriteCommand {
  return ['contact.create', 'contact.update', 'identifier.assign', 'assignment.undo'].includes(command.type);
}

export function kindOf(command: WriteCommand): Write['kind'] {
  return (
    {
      'contact.create': 'create',
      'contact.update': 'update',
      'identifier.assign': 'assign',
      'assignment.undo': 'undo',
    } as const
  )[command.type];
}

/** What a write is about, in a word that the view shows; undefined where its kind says it. */
export function aboutOf(command: WriteCommand): string | undefined {
  if (command.type === 'contact.create') return command.contact.name;
  if (command.type !== 'contact.update') return undefined;
  if (command.change.name !== undefined) return 'name';
  return Object.keys(command.change.fields ?? {})[0] ?? command.change.identifiers?.[0]?.kind;
}
