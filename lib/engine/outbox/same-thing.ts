import type { CrmErrorCode, SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { WriteCommand } from '../live/write-command.ts';

/** After these it is not known whether the CRM did it. */
const unknown = new Set<CrmErrorCode>([
  'unreachable',
  'timeout',
  'server-error',
  'bad-reply',
  'rate-limited',
]);

/**
 * Whether a write that was not saved is settled by a later one: the same of a contact is changed again, so that the later
 * word counts, or what the CRM refused is asked for in another way. A contact that may have been made is not settled.
 */
export function isSettledBy(
  { command, error }: { command: WriteCommand; error: SafeCrmError | undefined },
  later: WriteCommand,
): boolean {
  if (command.type === 'contact.update')
    return (
      later.type === 'contact.update' &&
      command.contactId === later.contactId &&
      placesOf(command) === placesOf(later)
    );
  return command.type === later.type && error !== undefined && !unknown.has(error.code);
}

/** What of the contact it changes. */
function placesOf({ change }: Extract<WriteCommand, { type: 'contact.update' }>): string {
  const { fields = {}, ...whole } = change;
  return JSON.stringify([Object.keys(whole).toSorted(), Object.keys(fields).toSorted()]);
}
