import { randomUUID } from 'node:crypto';
import { eq, max } from 'drizzle-orm';
import type { AssignResult } from '../../lib/crms/crm.ts';
import type { Identifier } from '../../lib/domain/contact/identifier.ts';
import type { AssignMode } from '../../lib/domain/interaction/live.ts';
import type { Database } from '../database/database.ts';
import { assignments, identifiers, type Ownership } from '../database/tables.ts';
import { getContact, getContacts } from './find-contacts.ts';
import { lockContacts, lockIdentifiers, ownersOf, setOwners } from './owners.ts';
import { Refusal } from './refusal.ts';
import { refuseTooLarge } from './refuse-too-large.ts';

export interface AssignRequest {
  contactId: string;
  /** Normalised. */
  identifier: Identifier;
  mode: AssignMode;
  agentId: string;
}

/**
 * Gives an identifier to a contact and records who did it, when, and what it was before. `add`: refused (`taken`)
 * where others have it. `move`: takes it from them. `keep`: marks it shared on all.
 */
export async function assignIdentifier(tx: Database, request: AssignRequest): Promise<AssignResult> {
  const { identifier, mode, agentId } = request;
  await lockIdentifiers(tx, [identifier]);
  const contact = await getContact(tx, request.contactId);
  const before = await ownersOf(tx, identifier);
  const others = before.filter(({ contactId }) => contactId !== contact.id);
  if (mode === 'add' && others.length > 0) {
    throw new Refusal({ code: 'taken', owners: others.map(({ contactId }) => contactId) });
  }
  await lockContacts(tx, [contact.id, ...others.map(({ contactId }) => contactId)]);
  const own = before.find(({ contactId }) => contactId === contact.id);
  if (own === undefined)
    refuseTooLarge({ ...contact, identifiers: [...contact.identifiers, identifier] }, contact);
  const position = own?.position ?? (await nextPosition(tx, contact.id));
  const after = ownersAfter(mode, others, { contactId: contact.id, shared: false, position });
  await setOwners(tx, identifier, before, after);
  const id = randomUUID();
  const { kind, value, scope = '' } = identifier;
  await tx.insert(assignments).values({
    id,
    contactId: contact.id,
    ...{ kind, value, scope, mode, agentId, before, after },
    at: new Date(),
  });
  return {
    assignmentId: id,
    contact: await getContact(tx, contact.id),
    former: await getContacts(
      tx,
      others.map(({ contactId }) => contactId),
    ),
  };
}

function ownersAfter(mode: AssignMode, others: Ownership[], own: Ownership): Ownership[] {
  if (mode !== 'keep' || others.length === 0) return [own];
  return [...others, own].map((owner) => ({ ...owner, shared: true }));
}

async function nextPosition(tx: Database, contactId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(identifiers.position) })
    .from(identifiers)
    .where(eq(identifiers.contactId, contactId));
  return (row?.last ?? -1) + 1;
}
