import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDatabase } from './open-database.ts';

const forced: number[] = [];
const disk = vi.hoisted(() => ({ fails: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    fsyncSync(file: number) {
      if (disk.fails) throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
      forced.push(file);
      fs.fsyncSync(file);
    },
  };
});

const forcedWhole = vi.hoisted(() => ({ count: 0 }));
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  return {
    ...fs,
    async open(...from: Parameters<typeof fs.open>) {
      const file = await fs.open(...from);
      const sync = file.sync.bind(file);
      return Object.assign(file, {
        sync() {
          forcedWhole.count += 1;
          return sync();
        },
      });
    },
  };
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-durable-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What was forced to disk between asking for something and its answer, as paths. */
async function forcedBy(run: () => Promise<unknown>): Promise<string[]> {
  forced.length = 0;
  await run();
  return forced.map((file) =>
    process.platform === 'linux' ? readlinkSync(`/proc/self/fd/${file}`) : '/pg_wal/',
  );
}

it('has every write of the embedded database on disk before it is answered', async () => {
  const { db, close } = await openDatabase({ data: folder });
  await db.execute(sql`create table kept (word text)`);
  for (const word of ['one', 'two', 'three']) {
    const paths = await forcedBy(() => db.execute(sql`insert into kept values (${word})`));
    expect(paths).toEqual([expect.stringContaining('/pg_wal/')]);
  }
  const inOne = await forcedBy(() =>
    db.transaction(async (tx) => {
      await tx.execute(sql`insert into kept values ('four')`);
      await tx.execute(sql`insert into kept values ('five')`);
    }),
  );
  expect(inOne).toHaveLength(1);
  expect(await forcedBy(() => db.execute(sql`select * from kept`))).toEqual([]);
  await close();
});

it('forces a new database to disk as a whole, and what it changed when it closes', async () => {
  forcedWhole.count = 0;
  const { close } = await openDatabase({ data: folder });
  expect(forcedWhole.count).toBeGreaterThan(500);
  forced.length = 0;
  await close();
  expect(forced.length).toBeGreaterThan(0);
});

it('forces nothing where that is not wanted, until it closes', async () => {
  forced.length = 0;
  forcedWhole.count = 0;
  const { db, close } = await openDatabase({ data: folder, fsync: false });
  await db.execute(sql`create table kept (word text)`);
  await db.execute(sql`insert into kept values ('one')`);
  expect([forced.length, forcedWhole.count]).toEqual([0, 0]);
  await close();
  expect(forcedWhole.count).toBeGreaterThan(500);
});

it('answers no write that a failing disk did not take, then or later', async () => {
  const lost = vi.fn();
  const { db } = await openDatabase({ data: folder, onLost: lost });
  await db.execute(sql`create table kept (word text)`);
  await expect(db.execute(sql`select * from nothing_here`)).rejects.toThrow();
  expect(lost).not.toHaveBeenCalled();
  disk.fails = true;
  await expect(db.execute(sql`insert into kept values ('one')`)).rejects.toThrow();
  disk.fails = false;
  expect(lost).toHaveBeenCalledWith('broken');
  await expect(db.execute(sql`select * from kept`)).rejects.toThrow();
});

it('changes no file any more once the folder is another’s', async () => {
  const lost = vi.fn();
  const { db } = await openDatabase({ data: folder, fsync: false, onLost: lost });
  await db.execute(sql`create table kept (word text)`);
  writeFileSync(join(folder, 'ringside.lock'), '{"id":"another"}');
  await vi.waitFor(() => expect(lost).toHaveBeenCalled(), 20_000);
  const before = filesOf(join(folder, 'database'));
  await expect(db.execute(sql`insert into kept values ('one')`)).rejects.toThrow();
  expect(filesOf(join(folder, 'database'))).toEqual(before);
});

/** Every file with a digest of what it holds. */
function filesOf(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path, createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}
