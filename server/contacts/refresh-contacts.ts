import { eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { contacts } from '../database/tables.ts';
import { searchText } from './search-text.ts';
import { selectContacts } from './select-contacts.ts';

/** SQL for the next version; one sequence for all contacts. */
export const nextVersion = sql<string>`nextval('contact_version')::text`;

/** After identifiers changed: a new version, the time, and the text that search reads. */
export async function refreshContacts(tx: Database, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const contact of await selectContacts(tx, inArray(contacts.id, ids), { limit: ids.length })) {
    await tx
      .update(contacts)
      .set({ version: nextVersion, updatedAt: new Date(), ...searchText(contact) })
      .where(eq(contacts.id, contact.id));
  }
}
