import { type SQL, sql } from 'drizzle-orm';
import type { Contact, ContactIdentifier } from '../../lib/domain/contact/contact.ts';
import type { Database } from '../database/database.ts';
import { contacts } from '../database/tables.ts';

const isoTime = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Identifiers and last interaction come in the same statement: a lookup is one round trip to the database. */
const columns = {
  id: contacts.id,
  name: contacts.name,
  kind: contacts.kind,
  fields: contacts.fields,
  version: contacts.version,
  updatedAt: contacts.updatedAt,
  identifiers: sql<ContactIdentifier[]>`coalesce((
    select json_agg(json_strip_nulls(json_build_object(
      'kind', i.kind, 'value', i.value, 'scope', nullif(i.scope, ''), 'shared', nullif(i.shared, false),
      'country', nullif(i.country, '')
    )) order by i.position, i.kind, i.value)
    from identifiers i where i.contact_id = contacts.id), '[]')`,
  lastInteraction: sql<Contact['lastInteraction'] | null>`(
    select json_strip_nulls(json_build_object('channel', l.channel, 'at', ${isoTime(sql`l.at`)}, 'agent', l.agent))
    from interactions l where l.contact_id = contacts.id order by l.at desc limit 1)`,
};

/** Contacts where the condition holds, whole, in the given order. */
export async function selectContacts(
  db: Database,
  where: SQL,
  options: { orderBy?: SQL[]; limit: number },
): Promise<Contact[]> {
  const rows = await db
    .select(columns)
    .from(contacts)
    .where(where)
    .orderBy(...(options.orderBy ?? [sql`contacts.name_folded`, sql`contacts.id`]))
    .limit(options.limit);
  return rows.map(({ lastInteraction, updatedAt, ...row }) => ({
    ...row,
    updatedAt: updatedAt.toISOString(),
    ...(lastInteraction && { lastInteraction }),
  }));
}
