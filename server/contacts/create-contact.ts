import { randomUUID } from 'node:crypto';
import type { Contact, ContactIdentifier, NewContact } from '../../lib/domain/contact/contact.ts';
import { identifierKey } from '../../lib/domain/contact/identifier.ts';
import type { Workspace } from '../../lib/domain/fields/workspace.ts';
import type { Database } from '../database/database.ts';
import { contacts, identifierColumns, identifiers } from '../database/tables.ts';
import { checkContact } from './check-contact.ts';
import { dropEmpty } from './drop-empty.ts';
import { getContact } from './find-contacts.ts';
import { normaliseIdentifiers } from './normalise-identifiers.ts';
import { lockIdentifiers, ownersOf } from './owners.ts';
import { nextVersion } from './refresh-contacts.ts';
import { Refusal } from './refusal.ts';
import { refuseTooLarge } from './refuse-too-large.ts';
import { searchText } from './search-text.ts';

/** Creates a contact. Refused where the workspace does not allow it, or an identifier is `taken`. */
export async function createContact(tx: Database, workspace: Workspace, given: NewContact): Promise<Contact> {
  const list = normaliseIdentifiers(workspace, given.identifiers, { fields: given.fields });
  const contact = { ...given, identifiers: list, fields: dropEmpty(given.fields) };
  checkContact(workspace, given.fields, contact);
  refuseTooLarge(contact);
  await lockIdentifiers(tx, list);
  const id = randomUUID();
  await refuseTaken(tx, id, list);
  await tx.insert(contacts).values({
    id,
    name: contact.name,
    kind: contact.kind,
    fields: contact.fields,
    version: nextVersion,
    updatedAt: new Date(),
    ...searchText(contact),
  });
  await insertIdentifiers(tx, id, list);
  return getContact(tx, id);
}

/** Refuses (`taken`) where an identifier belongs to another contact and is not shared on both. */
export async function refuseTaken(tx: Database, id: string, list: ContactIdentifier[]): Promise<void> {
  const owners = new Set<string>();
  for (const identifier of list) {
    for (const owner of await ownersOf(tx, identifier)) {
      if (owner.contactId !== id && !(owner.shared && identifier.shared)) owners.add(owner.contactId);
    }
  }
  if (owners.size > 0) throw new Refusal({ code: 'taken', owners: [...owners] });
}

export async function insertIdentifiers(
  tx: Database,
  contactId: string,
  list: ContactIdentifier[],
): Promise<void> {
  const rows = new Map(
    list.map(({ shared = false, country = '' as const, ...identifier }, position) => [
      identifierKey(identifier),
      { contactId, ...identifierColumns(identifier), shared, position, country },
    ]),
  );
  if (rows.size > 0) await tx.insert(identifiers).values([...rows.values()]);
}
