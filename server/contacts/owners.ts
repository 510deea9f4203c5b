import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Identifier, identifierKey } from '../../lib/domain/contact/identifier.ts';
import type { Database } from '../database/database.ts';
import { contacts, identifierColumns, identifiers, type Ownership } from '../database/tables.ts';
import { refreshContacts } from './refresh-contacts.ts';

/**
 * Takes turns on identifiers until the transaction ends: whoever writes one asks for it here first, so that two agents
 * cannot both find it free. Always in one order, so that two writers never wait for each other.
 */
export async function lockIdentifiers(tx: Database, list: Identifier[]): Promise<void> {
  for (const key of [...new Set(list.map(identifierKey))].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  }
}

/** Holds contacts against other writers until the transaction ends. */
export async function lockContacts(tx: Database, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(inArray(contacts.id, ids))
    .orderBy(contacts.id)
    .for('update');
}

/** Who carries a normalised identifier now, in whichever spelling, each once and in a fixed order. */
export async function ownersOf(tx: Database, identifier: Identifier): Promise<Ownership[]> {
  const owners = await tx
    .select({
      contactId: identifiers.contactId,
      value: identifiers.value,
      shared: identifiers.shared,
      position: identifiers.position,
      country: identifiers.country,
    })
    .from(identifiers)
    .where(isIdentifier(identifier))
    .orderBy(identifiers.contactId, identifiers.position);
  return owners.filter(({ contactId }, at) => contactId !== owners[at - 1]?.contactId);
}

/** Makes `to` the owners of an identifier instead of `from`; contacts that gained, lost or changed it get a new version. */
export async function setOwners(
  tx: Database,
  identifier: Identifier,
  from: Ownership[],
  to: Ownership[],
): Promise<void> {
  const changed = differing(from, to);
  // Losers first: the index on unshared identifiers allows one owner at every moment.
  const losers = from.filter((owner) => !to.some(({ contactId }) => contactId === owner.contactId));
  if (losers.length > 0) {
    const ids = losers.map(({ contactId }) => contactId);
    await tx.delete(identifiers).where(and(isIdentifier(identifier), inArray(identifiers.contactId, ids)));
  }
  for (const owner of to.filter(({ contactId }) => changed.includes(contactId))) {
    // One that has it keeps it as it is spelled there.
    const had = await tx
      .update(identifiers)
      .set({ shared: owner.shared })
      .where(and(isIdentifier(identifier), eq(identifiers.contactId, owner.contactId)))
      .returning({ contactId: identifiers.contactId });
    if (had.length > 0) continue;
    await tx.insert(identifiers).values({ ...identifierColumns(identifier), ...owner });
  }
  await refreshContacts(tx, changed);
}

/** True where both name the same owners, shared alike. An edit that only reorders a contact's identifiers is no change. */
export function sameOwners(a: Ownership[], b: Ownership[]): boolean {
  return differing(a, b).length === 0;
}

function differing(a: Ownership[], b: Ownership[]): string[] {
  const has = (list: Ownership[], { contactId, shared }: Ownership) =>
    list.some((owner) => owner.contactId === contactId && owner.shared === shared);
  const owners = [...a.filter((owner) => !has(b, owner)), ...b.filter((owner) => !has(a, owner))];
  return [...new Set(owners.map(({ contactId }) => contactId))].sort();
}

function isIdentifier(identifier: Identifier) {
  const { kind, key, scope } = identifierColumns(identifier);
  return and(eq(identifiers.kind, kind), eq(identifiers.key, key), eq(identifiers.scope, scope));
}
