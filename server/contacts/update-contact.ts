import { eq } from 'drizzle-orm';
import type { Contact, ContactChange } from '../../lib/domain/contact/contact.ts';
import type { Workspace } from '../../lib/domain/fields/workspace.ts';
import type { Database } from '../database/database.ts';
import { contacts, identifiers } from '../database/tables.ts';
import { checkContact } from './check-contact.ts';
import { insertIdentifiers, refuseTaken } from './create-contact.ts';
import { dropEmpty } from './drop-empty.ts';
import { getContact } from './find-contacts.ts';
import { normaliseIdentifiers } from './normalise-identifiers.ts';
import { lockContacts, lockIdentifiers } from './owners.ts';
import { nextVersion } from './refresh-contacts.ts';
import { Refusal } from './refusal.ts';
import { refuseTooLarge } from './refuse-too-large.ts';
import { searchText } from './search-text.ts';

export interface ContactUpdate {
  id: string;
  /** The version that was read. */
  version: string;
  change: ContactChange;
}

/**
 * Changes a contact; null empties a field. Refused where it is `stale`, since somebody else changed it, where the
 * workspace does not allow it, and where an identifier is `taken`.
 */
export async function updateContact(
  tx: Database,
  workspace: Workspace,
  { id, version, change }: ContactUpdate,
): Promise<Contact> {
  const before = await getContact(tx, id);
  refuseStale(before, version);
  const fields = dropEmpty({ ...before.fields, ...change.fields });
  const list =
    change.identifiers &&
    normaliseIdentifiers(workspace, change.identifiers, { fields, before: before.identifiers });
  const after = {
    name: change.name ?? before.name,
    fields,
    identifiers: list ?? before.identifiers,
  };
  checkContact(workspace, change.fields ?? {}, after);
  refuseTooLarge(after, before);
  // Those it loses too: an assignment that moves one of them must wait, or find it already gone.
  if (list) await lockIdentifiers(tx, [...before.identifiers, ...list]);
  await lockContacts(tx, [before.id]);
  refuseStale(await getContact(tx, before.id), version);
  if (list) {
    await refuseTaken(tx, before.id, list);
    await tx.delete(identifiers).where(eq(identifiers.contactId, before.id));
    await insertIdentifiers(tx, before.id, list);
  }
  await tx
    .update(contacts)
    .set({
      name: after.name,
      fields: after.fields,
      version: nextVersion,
      updatedAt: new Date(),
      ...searchText(after),
    })
    .where(eq(contacts.id, before.id));
  return getContact(tx, before.id);
}

function refuseStale(contact: Contact, version: string): void {
  if (contact.version !== version) throw new Refusal({ code: 'stale' });
}
