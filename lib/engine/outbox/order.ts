import type { CrmCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { isAway } from '../connection/notice-away.ts';
import type { OutboxEntry } from '../live/recovery-store.ts';
import type { WriteAction } from './write-action.ts';

export type ActionOf = (type: string) => WriteAction | undefined;

/** Not ended: it is on its way, or will be by itself. */
function isOpen({ write }: OutboxEntry): boolean {
  return write.status === 'waiting' || write.status === 'saving';
}

/** When its agent asked for it. */
export function sinceOf({ write }: OutboxEntry): number {
  return write.since ?? write.at;
}

/** The ContactID of whom it changes, or is given to. */
export function contactOf({ command }: Pick<OutboxEntry, 'command'>, actionOf: ActionOf): string | undefined {
  if (!command) return undefined;
  const action = actionOf(command.type);
  return action?.changes?.(command) ?? action?.gives?.(command);
}

/**
 * The writes that must come to an end before this one is sent: earlier ones of the same contact; and, in one interaction, a
 * contact that is to be made before what follows, and an undo in the order of the clicks. One that was refused holds nobody.
 */
export function aheadOf(entry: OutboxEntry, all: readonly OutboxEntry[], actionOf: ActionOf): OutboxEntry[] {
  const contact = contactOf(entry, actionOf);
  return all.filter((one) => {
    if (one.crm !== entry.crm || one.owner !== entry.owner || !isOpen(one) || sinceOf(one) >= sinceOf(entry))
      return false;
    if (contact !== undefined && contactOf(one, actionOf) === contact) return true;
    const kinds = [one.write.kind, entry.write.kind];
    return one.key !== null && one.key === entry.key && (kinds[0] === 'create' || kinds.includes('undo'));
  });
}

/** Some other of these is at the CRM in this moment, as far as this life of the worker knows. */
export function isAsking(own: readonly OutboxEntry[], except?: string): boolean {
  return own.some(
    ({ write, sentAt }) => write.id !== except && write.status === 'saving' && sentAt !== undefined,
  );
}

/** Since which moment a CRM that is away may be asked again: the last one to find it so has said. Epoch milliseconds. */
export function restUntil(own: readonly OutboxEntry[]): number {
  const found = own.filter(({ write }) => write.retryAt !== undefined && isAway(write.error?.code));
  return found.toSorted((a, b) => a.write.at - b.write.at).at(-1)?.write.retryAt ?? 0;
}

/** Indexes of CRMs lag: what was made a moment ago may not be found yet, and would be made again. */
const findableAfterMs = 60_000;

/**
 * Before this moment it is not sent by itself, epoch milliseconds. `hurried`: something says that the CRM is back, which
 * makes nothing easier to find.
 */
export function dueAt(
  { write, sentAt }: OutboxEntry,
  { keysKeptDays }: Pick<CrmCapabilities, 'keysKeptDays'>,
  hurried = false,
): number {
  const made = write.kind === 'create' && sentAt !== undefined && !keysKeptDays;
  return Math.max(hurried ? 0 : (write.retryAt ?? 0), made ? write.at + findableAfterMs : 0);
}
