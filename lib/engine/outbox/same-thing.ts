import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { WriteRequest } from '../live/write-request.ts';
import { isUnknown } from './outcome.ts';
import type { WriteAction } from './write-action.ts';

/**
 * Whether a write that was not saved is settled by a later one: the same of the CRM is set again, so that the later word
 * counts, or what the CRM refused is asked for in another way. A contact that may have been made is not settled.
 */
export function isSettledBy(
  action: Pick<WriteAction, 'place'>,
  { command, error }: { command: WriteRequest; error: SafeCrmError | undefined },
  later: WriteRequest,
): boolean {
  if (command.type !== later.type) return false;
  if (action.place) return action.place(command) === action.place(later);
  return error !== undefined && !isUnknown(error.code);
}
