import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDataFolder } from './lock-data-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const leave = (content: string) => writeFileSync(join(folder, 'ringside.lock'), content);

it('lets one in, and the next after it', () => {
  const unlock = lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(`process ${process.pid}`);
  unlock();
  lockDataFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

it('does not open what a living process holds', () => {
  // The parent of this process lives; its start time is read the way the lock reads it.
  const unlock = lockDataFolder(folder);
  unlock();
  const stat = process.platform === 'linux' ? startOf(process.ppid) : '';
  leave(JSON.stringify({ pid: process.ppid, started: stat }));
  expect(() => lockDataFolder(folder)).toThrow(`process ${process.ppid}`);
});

it.each([
  ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, started: '1' })],
  ['its own id, from before a restart of the container', JSON.stringify({ pid: process.pid, started: '1' })],
  ['an id that another program has now', JSON.stringify({ pid: process.ppid, started: 'long ago' })],
  ['a lock cut short', '{"pid":'],
  ['an empty lock', ''],
  ['nonsense', '[1]'],
])('takes over from %s', (_what, content) => {
  leave(content);
  const unlock = lockDataFolder(folder);
  expect(readdirSync(folder)).toEqual(['ringside.lock']);
  unlock();
  expect(readdirSync(folder)).toEqual([]);
});

function startOf(pid: number): string {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
