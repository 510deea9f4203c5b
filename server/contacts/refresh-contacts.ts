import { eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { contacts } from '../database/tables.ts';
import { searchText } from './search-text.ts';
import { selectContacts } from './select-contacts.ts';

/** SQL for a new version. Random, not counted: a count would come again after a restore and fit what it never named. */
export const nextVersion = sql<string>`gen_random_uuid()::text`;

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
