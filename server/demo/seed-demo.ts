import { sql } from 'drizzle-orm';
import { saveAgent } from '../auth/agents.ts';
import { demoAgents, demoPassword } from '../auth/demo-agents.ts';
import { nextVersion } from '../contacts/refresh-contacts.ts';
import { searchText } from '../contacts/search-text.ts';
import { replaceWorkspace } from '../database/configuration.ts';
import type { Database } from '../database/database.ts';
import {
  agents,
  contactRedirects,
  contacts,
  identifierColumns,
  identifiers,
  interactions,
} from '../database/tables.ts';
import type { DemoContact } from './demo-contact.ts';
import { demoWorkspace } from './demo-workspace.ts';
import { inventedContacts } from './invented-contacts.ts';
import { knownContacts } from './known-contacts.ts';

/** The demo's contacts as they are at a moment, epoch milliseconds: some two hundred. */
export function demoContacts(now: number): DemoContact[] {
  return [...knownContacts(now), ...inventedContacts(188)];
}

/**
 * Fills an empty database with the demo's workspace, agents and contacts, all or nothing. A database in which anybody is
 * already is left as it is; answers whether it was filled.
 */
export async function seedDemo(db: Database, now = Date.now()): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`lock table agents, contacts in share row exclusive mode`);
    const anybody = [
      ...(await tx.select({ id: agents.id }).from(agents).limit(1)),
      ...(await tx.select({ id: contacts.id }).from(contacts).limit(1)),
    ];
    if (anybody.length > 0) return false;
    await replaceWorkspace(tx, demoWorkspace);
    for (const agent of demoAgents) await saveAgent(tx, { ...agent, password: demoPassword });
    await insertContacts(tx, demoContacts(now), now);
    // Somebody a host may still name by the id from before a merge.
    await tx.insert(contactRedirects).values({ oldId: 'C-0999', newId: 'C-1001' });
    return true;
  });
}

/** Rows for many contacts at once; identifiers must be normalised already. */
export async function insertContacts(db: Database, list: DemoContact[], now: number): Promise<void> {
  const at = (minutesAgo: number) => new Date(now - minutesAgo * 60_000);
  await db.insert(contacts).values(
    list.map((contact) => ({
      id: contact.id,
      name: contact.name,
      kind: contact.kind,
      fields: contact.fields,
      version: nextVersion,
      updatedAt: at(contact.last?.minutesAgo ?? 43_200),
      ...searchText(contact),
    })),
  );
  await db.insert(identifiers).values(
    list.flatMap((contact) =>
      contact.identifiers.map(({ shared = false, ...identifier }, position) => ({
        ...{ contactId: contact.id, ...identifierColumns(identifier), shared, position },
      })),
    ),
  );
  const spoken = list.flatMap(({ id, last }) =>
    last
      ? [{ id: `I-${id}`, contactId: id, channel: last.channel, at: at(last.minutesAgo), agent: last.agent }]
      : [],
  );
  if (spoken.length > 0) await db.insert(interactions).values(spoken);
}
