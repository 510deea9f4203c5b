import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, it } from 'vitest';
import { findByIdentifier } from '../contacts/find-contacts.ts';
import { searchContacts } from '../contacts/search-contacts.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

const withoutKeys = 5;

/** A database as the version before keys left it. */
async function formerDatabase(owners: Record<string, string[]>) {
  const client = await PGlite.create();
  await client.exec('create table migrations (number integer primary key)');
  for (const [index, steps] of migrations.slice(0, withoutKeys).entries()) {
    for (const step of steps) await client.exec(String(step));
    await client.query('insert into migrations values ($1)', [index + 1]);
  }
  for (const [name, numbers] of Object.entries(owners)) {
    await client.query(
      `insert into contacts values ($1, $1, 'person', '{}', '1', now(), lower($1), ' ' || lower($1) || ' ')`,
      [name],
    );
    for (const [position, number] of numbers.entries()) {
      await client.query(`insert into identifiers values ($1, 'phone', $2, '', false, $3)`, [
        name,
        number,
        position,
      ]);
    }
  }
  return { client, db: drizzle(client) };
}

it('finds by the subscriber whoever was saved before, in whichever spelling', async () => {
  const many = Array.from({ length: 1_500 }, (_, at) => `+3906555${10_000 + at}`);
  const { client, db } = await formerDatabase({
    Ana: ['+553188880123'],
    Bia: ['+5531988880123', '+33199004217'],
    Italo: ['+39655500123', ...many],
  });
  await migrate(db);
  const names = async (value: string) =>
    (await findByIdentifier(db, { kind: 'phone', value })).map(({ name }) => name);
  expect(await names('+5531988880123')).toEqual(['Ana', 'Bia']);
  expect(await names('+390655500123')).toEqual(['Italo']);
  expect(await names('+39655511499')).toEqual(['Italo']);
  expect(await names('+33199004217')).toEqual(['Bia']);
  const { rows } = await client.query(
    `select contact_id, value, shared from identifiers where value like '+55%' order by value`,
  );
  expect(rows).toEqual([
    { contact_id: 'Ana', value: '+553188880123', shared: true },
    { contact_id: 'Bia', value: '+5531988880123', shared: true },
  ]);
  const { rows: alone } = await client.query(`select value from identifiers where shared`);
  expect(alone).toHaveLength(2);
  await client.close();
});

it('finds by a mistyped word whoever was saved before', async () => {
  const { client, db } = await formerDatabase({ 'Anja Birkenfeld': [] });
  await migrate(db);
  const names = async (query: string) => (await searchContacts(db, query)).contacts.map(({ name }) => name);
  expect(await names('anna birkenfled')).toEqual(['Anja Birkenfeld']);
  await client.close();
});
