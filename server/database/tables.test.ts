import { PGlite } from '@electric-sql/pglite';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import * as tables from './tables.ts';

/** A column, as `name type` with what it must be: `updated_at timestamp with time zone, not null`. */
type Column = string;

it('the tables that queries see are the tables that migrations make', async () => {
  const client = await PGlite.create();
  await migrate(drizzle(client));
  // That one is how far the others are made.
  const { migrations: _, ...made } = await madeTables(client);
  await client.close();
  expect(seenTables()).toEqual(made);
});

async function madeTables(client: PGlite): Promise<Record<string, Column[]>> {
  const { rows } = await client.query<Record<'table' | 'column' | 'type', string> & Flags>(`
    select c.table_name as table, c.column_name as column, c.data_type as type,
      c.is_nullable = 'NO' as "notNull", c.column_default is not null as "hasDefault",
      exists (
        select from information_schema.key_column_usage k
        join information_schema.table_constraints t using (constraint_name, table_name, table_schema)
        where t.constraint_type = 'PRIMARY KEY' and k.table_name = c.table_name and k.column_name = c.column_name
      ) as primary
    from information_schema.columns c where c.table_schema = 'public'`);
  const made: Record<string, Column[]> = {};
  for (const row of rows) made[row.table] = [...(made[row.table] ?? []), columnOf(row.column, row.type, row)];
  return sorted(made);
}

function seenTables(): Record<string, Column[]> {
  const seen: Record<string, Column[]> = {};
  for (const table of Object.values(tables)) {
    if (!is(table, PgTable)) continue;
    const { name, columns, primaryKeys } = getTableConfig(table);
    const keys = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
    seen[name] = columns.map((column) =>
      columnOf(column.name, column.getSQLType(), {
        notNull: column.notNull,
        hasDefault: column.hasDefault,
        primary: column.primary || keys.has(column.name),
      }),
    );
  }
  return sorted(seen);
}

interface Flags {
  notNull: boolean;
  hasDefault: boolean;
  primary: boolean;
}

function columnOf(name: string, type: string, { notNull, hasDefault, primary }: Flags): Column {
  const said = [notNull && 'not null', hasDefault && 'with a default', primary && 'primary key'];
  return [`${name} ${type}`, ...said.filter(Boolean)].join(', ');
}

function sorted(all: Record<string, Column[]>): Record<string, Column[]> {
  return Object.fromEntries(
    Object.entries(all)
      .map(([name, columns]) => [name, columns.sort()] as const)
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}
