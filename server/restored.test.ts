import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { person } from './both-databases-for-tests.ts';
import { startTestServer } from './server-for-tests.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-restored-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('takes no version for one that it gave out before it was restored', async () => {
  const [live, backup] = [join(folder, 'live'), join(folder, 'backup')];
  const start = () => startTestServer({ data: live, fsync: false, demo: false });
  const change = (server: Awaited<ReturnType<typeof start>>, id: string, version: string, jobTitle: string) =>
    server.client.patch(`/api/contacts/${id}`, { fields: { jobTitle } }, { 'If-Match': version });

  const first = await start();
  const made = (await first.client.post('/api/contacts', { ...person('Restored'), fields: {} })).body;
  await first.close();
  cpSync(live, backup, { recursive: true });

  const second = await start();
  const lost = (await change(second, made.id, made.version, 'before the restore')).body;
  await second.close();
  rmSync(live, { recursive: true });
  cpSync(backup, live, { recursive: true });

  const third = await start();
  expect((await change(third, made.id, made.version, 'after the restore')).status).toBe(200);
  const stale = await change(third, made.id, lost.version, 'over it');
  expect([stale.status, stale.body.stale]).toEqual([412, true]);
  await third.close();
});
