import { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';
import { maintainEmbedded } from './maintain-embedded.ts';

it('keeps the log short and the statistics true', async () => {
  const client = await PGlite.create();
  await client.exec('create table words (word text)');
  const pages = async () =>
    (await client.query<{ relpages: number }>("select relpages from pg_class where relname = 'words'"))
      .rows[0]?.relpages;
  const log = async () =>
    Number(
      (
        await client.query<{ bytes: string }>(
          'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) as bytes from pg_control_checkpoint()',
        )
      ).rows[0]?.bytes,
    );
  await client.exec('insert into words select md5(n::text) from generate_series(1, 20000) n');
  expect([await pages(), (await log()) > 1_000_000]).toEqual([0, true]);
  await maintainEmbedded(client, 1_000_000);
  const known = await pages();
  expect([known, await log()]).toEqual([
    expect.toSatisfy((n) => n > 100),
    expect.toSatisfy((n) => n < 1_000_000),
  ]);
  await client.exec("insert into words select 'few'");
  await maintainEmbedded(client);
  expect(await pages()).toBe(known);
  await client.close();
});
