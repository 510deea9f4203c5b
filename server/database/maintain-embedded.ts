import type { PGlite } from '@electric-sql/pglite';

/**
 * What a PostgreSQL does by itself in the background and PGlite, being one process, does not: it looks through tables
 * that have doubled, else their statistics do not lead to the indices; and it writes a checkpoint once its log is long, else
 * that grows for ever and a restart after a crash reads all of it.
 */
export async function maintainEmbedded(client: PGlite, mostLogBytes = 33_554_432): Promise<void> {
  const grown = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'
      and pg_relation_size(oid) / 8192 >= 2 * greatest(relpages, 16)`,
  );
  for (const { name } of grown.rows) await client.exec(`vacuum analyze ${name}`);
  const log = await client.query<{ long: boolean }>(
    'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) > $1 as long from pg_control_checkpoint()',
    [mostLogBytes],
  );
  if (log.rows[0]?.long) await client.exec('checkpoint');
}
