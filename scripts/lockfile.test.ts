import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
}

const file = new URL('../package-lock.json', import.meta.url);
const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };
const entries = Object.entries(packages);

test('the lockfile names no package without the hash of its contents, for whatever system it is', () => {
  expect(entries.length).toBeGreaterThan(400);
  const open = entries.filter(([path, { link, integrity }]) => path !== '' && !link && !isHashed(integrity));
  // A part of converse.js, in its package and under its hash; it is installed by a link.
  expect(open.map(([path]) => path)).toEqual(['node_modules/converse.js/src/log']);
  expect(packages['node_modules/converse.js/src/log']?.version).toBeUndefined();
});

test('the lockfile takes everything from whichever registry npm is set to', () => {
  const elsewhere = entries.filter(([, { link, resolved }]) => !link && resolved !== undefined);
  expect(elsewhere.map(([path]) => path)).toEqual([]);
});

function isHashed(integrity: string | undefined): boolean {
  return /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '');
}
