import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { saveAgent } from '../../server/auth/agents.ts';
import { initialiseSecret, replaceWorkspace } from '../../server/database/configuration.ts';
import { migrate } from '../../server/database/migrate.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { demoWorkspace } from '../../server/demo/demo-workspace.ts';
import { inventedContacts } from '../../server/demo/invented-contacts.ts';
import { insertContacts } from '../../server/demo/seed-demo.ts';

/** So many are invented one by one; more of them are made of these in the database. */
const invented = 100_000;

export const lookerUp = { email: 'looks@example.com', password: 'looks up contacts' };

/** Fills an empty database with so many contacts, and an agent who may look them up. */
export async function plantContacts(
  database: { data: string } | { url: string },
  count: number,
): Promise<void> {
  const { db, close } = await openDatabase(
    'url' in database ? { data: '', databaseUrl: database.url } : { data: database.data, fsync: false },
  );
  try {
    await migrate(db);
    await initialiseSecret(db);
    await replaceWorkspace(db, demoWorkspace);
    await saveAgent(db, { ...lookerUp, id: 'looks', name: 'Looks Up', profile: 'agent' });
    // Invented numbers come round again after some thousand.
    const all = inventedContacts(Math.min(count, invented)).map((contact, index) => ({
      ...contact,
      identifiers: [
        { kind: 'phone' as const, value: numberOf(index) },
        ...contact.identifiers.filter(({ kind }) => kind !== 'phone'),
      ],
    }));
    for (let from = 0; from < all.length; from += 1_000)
      await insertContacts(db, all.slice(from, from + 1_000), Date.now());
    const statements = Array.from({ length: Math.ceil(count / invented) - 1 }, (_, index) =>
      copies(index + 1),
    );
    if ('url' in database) await runAtLength(database.url, statements.flat());
    else for (const statement of statements.flat()) await db.execute(sql.raw(statement));
  } finally {
    await close();
  }
}

/** On a connection of its own: the server's give up what takes long. */
async function runAtLength(url: string, statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // What is copied fits already: nothing needs to be checked.
    for (const statement of ['set session_replication_role = replica', ...statements, 'analyze'])
      await client.query(statement);
  } finally {
    await client.end();
  }
}

/** All that were invented once more: people of the same names, with ids, numbers and addresses of their own. */
function copies(turn: number): string[] {
  const own = (column: string) =>
    `case kind when 'phone' then '+' || (substr(${column}, 2)::bigint + ${turn * invented}) else '${turn}.' || ${column} end`;
  return [
    `insert into contacts (id, name, kind, fields, version, updated_at, name_folded, search_text)
      select id || '-${turn}', name, kind, fields, gen_random_uuid()::text, updated_at, name_folded, search_text
      from contacts where id !~ '-[0-9]+-'`,
    `insert into identifiers (contact_id, kind, value, key, scope, shared, position, country)
      select contact_id || '-${turn}', kind, ${own('value')}, ${own('key')}, scope, shared, position, country
      from identifiers where contact_id !~ '-[0-9]+-'`,
  ];
}

/** Some of their numbers. */
export function plantedNumbers(count: number): string[] {
  return Array.from({ length: Math.ceil(count / 97) }, (_, index) => numberOf(index * 97));
}

function numberOf(index: number): string {
  return `+447${400_000_000 + index}`;
}
