import { inArray, sql } from 'drizzle-orm';
import type { Contact } from '../../lib/domain/contact/contact.ts';
import { type Identifier, readingsOf } from '../../lib/domain/contact/identifier.ts';
import type { Database } from '../database/database.ts';
import { contacts, identifierColumns } from '../database/tables.ts';
import { Refusal } from './refusal.ts';
import { selectContacts } from './select-contacts.ts';

const mostOwners = 100;

/** The condition for carrying a (normalised) identifier, in any of its readings; served by the index `identifiers_lookup`. */
export function carries(identifier: Identifier) {
  const { kind, scope } = identifierColumns(identifier);
  const keys = readingsOf(identifier).map((reading) => sql`${identifierColumns(reading).key}`);
  return sql`contacts.id in (
    select contact_id from identifiers
    where kind = ${kind} and key in (${sql.join(keys, sql`, `)}) and scope = ${scope})`;
}

/** Everybody who carries this normalised identifier, by name. One statement. */
export function findByIdentifier(db: Database, identifier: Identifier): Promise<Contact[]> {
  return selectContacts(db, carries(identifier), { limit: mostOwners });
}

/** Contacts by id, in the order of the ids; those that are not there are left out. */
export async function getContacts(db: Database, ids: string[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const found = await selectContacts(db, inArray(contacts.id, ids), { limit: ids.length });
  return ids.flatMap((id) => found.find((contact) => contact.id === id) ?? []);
}

/** One contact; a merged one under its new id. Refused where it is `not-there`. */
export async function getContact(db: Database, id: string): Promise<Contact> {
  const [contact] = await getContacts(db, [id]);
  if (contact) return contact;
  const [merged] = await selectContacts(
    db,
    sql`contacts.id in (
      with recursive way(id, hops) as (
        select new_id, 1 from contact_redirects where old_id = ${id}
        union
        select r.new_id, way.hops + 1 from contact_redirects r join way on r.old_id = way.id where way.hops < 20
      ) select id from way)`,
    { limit: 1 },
  );
  if (merged === undefined) throw new Refusal({ code: 'not-there' });
  return merged;
}
