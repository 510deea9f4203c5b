import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lockDataFolder } from './lock-data-folder.ts';

const times = { beatMs: 100, watchMs: 1_500 };
let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-lock-'));
  path = join(folder, 'ringside.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lock = (onLost = () => {}) => lockDataFolder(folder, onLost, times);
const text = () => readFileSync(path, 'utf8');

it('lets one in, and the next after it', async () => {
  const first = await lock();
  await expect(lock()).rejects.toThrow(
    `in use by another Ringside server (process ${process.pid} on ${hostname()})`,
  );
  first.assertHeld();
  await first.release();
  expect(readdirSync(folder)).toEqual([]);
  await (await lock()).release();
  expect(readdirSync(folder)).toEqual([]);
});

it('counts up its beat while this thread is busy', async () => {
  const held = await lock();
  const before = text();
  const until = Date.now() + 1_000;
  while (Date.now() < until && text() === before) Math.sqrt(2);
  expect(text()).not.toBe(before);
  expect(text()).toHaveLength(before.length);
  await held.release();
});

it('lets one of many in who find the lock of a server that crashed', async () => {
  writeFileSync(path, JSON.stringify({ id: 'crashed', host: 'gone', process: 1, beat: '000000000001' }));
  const all = await Promise.allSettled([lock(), lock(), lock(), lock()]);
  const held = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(held).toHaveLength(1);
  expect(text()).not.toContain('crashed');
  held[0]?.assertHeld();
  await held[0]?.release();
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ['that names this very process', JSON.stringify({ id: 'x', process: process.pid, beat: '000000000007' })],
  ['cut short', '{"id":'],
  ['that is empty', ''],
  ['that is nonsense', '[1]'],
])('takes over a lock that stands still, %s', async (_what, content) => {
  writeFileSync(path, content);
  const held = await lock();
  expect(readdirSync(folder)).toEqual(['ringside.lock']);
  await held.release();
  expect(readdirSync(folder)).toEqual([]);
});

it('does not take over a lock that moves, whatever process it names', async () => {
  let beat = 0;
  const moving = setInterval(() => {
    beat += 1;
    writeFileSync(path, JSON.stringify({ id: 'other', host: 'other-machine', process: 1, beat }));
  }, 50);
  await vi.waitFor(() => text());
  await expect(lock()).rejects.toThrow('(process 1 on other-machine)');
  clearInterval(moving);
});

it.each([
  ['has another’s lock', () => writeFileSync(path, '{"id":"another"}')],
  ['has no lock any more', () => rmSync(path)],
])('is lost, and refuses to be written to, once the folder %s', async (_what, accident) => {
  const lost = vi.fn();
  const held = await lock(lost);
  held.assertHeld();
  renameSync(path, `${path}.away`);
  writeFileSync(path, '');
  accident();
  await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1), 20_000);
  expect(() => held.assertHeld()).toThrow('no longer ours');
  const left = readdirSync(folder);
  await held.release();
  // What is another's stays as it is, and is never written over.
  expect(readdirSync(folder)).toEqual(left);
  expect(left.includes('ringside.lock') ? text() : '').not.toContain('"beat"');
});

it('says that it is lost as soon as it refuses, before this thread hears of it', async () => {
  const lost = vi.fn();
  const held = await lock(lost);
  writeFileSync(path, '{"id":"another"}');
  const until = Date.now() + 20_000;
  expect(() => {
    while (Date.now() < until) held.assertHeld();
  }).toThrow('no longer ours');
  expect(lost).toHaveBeenCalledTimes(1);
  await held.release();
});

it('looks again before it trusts a lock that it has not seen for long', async () => {
  const lost = vi.fn();
  const held = await lock(lost);
  writeFileSync(path, '{"id":"another"}');
  // As after a sleep of the machine: this thread runs before the other has looked.
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
  expect(() => held.assertHeld()).toThrow('no longer ours');
  vi.restoreAllMocks();
  expect(lost).toHaveBeenCalledTimes(1);
  await held.release();
});
