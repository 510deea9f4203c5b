import { eq } from 'drizzle-orm';
import type { Contact } from '../../lib/domain/contact/contact.ts';
import type { Database } from '../database/database.ts';
import { assignments } from '../database/tables.ts';
import { getContacts } from './find-contacts.ts';
import { lockContacts, lockIdentifiers, ownersOf, sameOwners, setOwners } from './owners.ts';
import { Refusal } from './refusal.ts';

/**
 * Puts an identifier back exactly as it was before an assignment. Refused (`taken`) where it was undone already, or
 * where the identifier has changed hands since. Answers every contact touched, the one it was assigned to first.
 */
export async function undoAssignment(
  tx: Database,
  { assignmentId, agentId }: { assignmentId: string; agentId: string },
): Promise<Contact[]> {
  const read = () => tx.select().from(assignments).where(eq(assignments.id, assignmentId));
  const [found] = await read();
  if (found === undefined) throw new Refusal({ code: 'not-there' });
  const { kind, value, scope } = found;
  const identifier = { kind, value, ...(scope !== '' && { scope }) };
  await lockIdentifiers(tx, [identifier]);
  const [assignment] = await read();
  const now = await ownersOf(tx, identifier);
  if (assignment === undefined || assignment.undoneAt !== null || !sameOwners(now, assignment.after)) {
    throw new Refusal({ code: 'taken', owners: now.map(({ contactId }) => contactId) });
  }
  const ids = [assignment.contactId, ...assignment.before.map(({ contactId }) => contactId)];
  const touched = [...new Set(ids)];
  await lockContacts(tx, touched);
  await refuseMerged(tx, touched);
  await setOwners(tx, identifier, now, assignment.before);
  await tx
    .update(assignments)
    .set({ undoneAt: new Date(), undoneBy: agentId })
    .where(eq(assignments.id, assignmentId));
  return getContacts(tx, touched);
}

/** A former owner that is gone, or was merged, cannot get it back. */
async function refuseMerged(tx: Database, ids: string[]): Promise<void> {
  const there = await getContacts(tx, ids);
  if (there.length < ids.length) throw new Refusal({ code: 'taken', owners: there.map(({ id }) => id) });
}
