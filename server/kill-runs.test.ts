import { expect, it } from 'vitest';
import { type KillRunOptions, killRun } from '../bench/companion/kill-run.ts';
import { isPostgresInstalled } from './postgres-for-tests.ts';

const runs: [string, Pick<KillRunOptions, 'database' | 'victim'>][] = [
  ['the server on PGlite', { database: 'pglite', victim: 'server' }],
  ['the server on PostgreSQL', { database: 'postgres', victim: 'server' }],
  ['PostgreSQL', { database: 'postgres', victim: 'postgres' }],
];

it.each(runs)(
  'nothing is lost, doubled or changed when %s is killed in the middle of writes',
  async (_what, run) => {
    if (run.database === 'postgres' && !isPostgresInstalled()) return;
    const result = await killRun({ ...run, kills: 2, writers: 4, windowMs: [0, 300], acknowledgedFirst: 1 });
    expect(result).toMatchObject({ lost: 0, doubled: 0, changed: 0, serverEnded: 0 });
    expect(result.acknowledged).toBeGreaterThanOrEqual(2);
    expect(result.repeated).toBeGreaterThan(0);
  },
  300_000,
);
