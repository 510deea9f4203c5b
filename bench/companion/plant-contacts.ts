import { saveAgent } from '../../server/auth/agents.ts';
import { initialiseSecret, replaceWorkspace } from '../../server/database/configuration.ts';
import { migrate } from '../../server/database/migrate.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { demoWorkspace } from '../../server/demo/demo-workspace.ts';
import { inventedContacts } from '../../server/demo/invented-contacts.ts';
import { insertContacts } from '../../server/demo/seed-demo.ts';

export const lookerUp = { email: 'looks@example.com', password: 'looks up contacts' };

/** Fills an empty database with so many contacts, and an agent who may look them up. */
export async function plantContacts(
  database: { data: string } | { url: string },
  count: number,
): Promise<void> {
  const { db, close } = await openDatabase(
    'url' in database ? { data: '', databaseUrl: database.url } : { data: database.data },
  );
  try {
    await migrate(db);
    await initialiseSecret(db);
    await replaceWorkspace(db, demoWorkspace);
    await saveAgent(db, { ...lookerUp, id: 'looks', name: 'Looks Up', profile: 'agent' });
    // Invented numbers come round again after some thousand.
    const all = inventedContacts(count).map((contact, index) => ({
      ...contact,
      identifiers: [
        { kind: 'phone' as const, value: numberOf(index) },
        ...contact.identifiers.filter(({ kind }) => kind !== 'phone'),
      ],
    }));
    for (let from = 0; from < count; from += 1_000)
      await insertContacts(db, all.slice(from, from + 1_000), Date.now());
  } finally {
    await close();
  }
}

/** Some of their numbers. */
export function plantedNumbers(count: number): string[] {
  return Array.from({ length: Math.ceil(count / 97) }, (_, index) => numberOf(index * 97));
}

function numberOf(index: number): string {
  return `+447${400_000_000 + index}`;
}
