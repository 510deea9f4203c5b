import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

// Plain JavaScript, since it runs before anything is installed.
const { createFreshness } = await import(new URL('freshness.mjs', import.meta.url).href);

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ringside-freshness-'));
  mkdirSync(join(root, 'lib', 'deep'), { recursive: true });
  mkdirSync(join(root, '.output'));
  write('lib/a.ts', 'a');
  write('lib/deep/b.ts', 'b');
  write('config.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  writeFileSync(join(root, file), text);
}

const freshness = () =>
  createFreshness(root, {
    name: 'thing',
    made: '.output/thing.js',
    from: ['lib', 'config.json', 'not-there'],
  });

const build = () => freshness().during(async () => write('.output/thing.js', 'made'));

describe('what was built', () => {
  test('is old before it was built, and fresh then', async () => {
    expect(freshness().isFresh()).toBe(false);
    await build();
    expect(freshness().isFresh()).toBe(true);
  });

  test.each([
    ['another text in it', () => write('lib/deep/b.ts', 'other')],
    ['a time', () => utimesSync(join(root, 'lib/a.ts'), 1, 1)],
    ['a new file', () => write('lib/deep/c.ts', 'c')],
    ['a file less', () => rmSync(join(root, 'lib/deep/b.ts'))],
    ['a single file', () => write('config.json', '{"x":1}')],
    ['what was made being gone', () => rmSync(join(root, '.output/thing.js'))],
  ])('is made old by %s', async (_what, change) => {
    await build();
    change();
    expect(freshness().isFresh()).toBe(false);
  });

  test('is old where building failed, and where a source was saved meanwhile', async () => {
    await build();
    await freshness()
      .during(async () => {
        throw new Error('broken');
      })
      .catch(() => {});
    expect(freshness().isFresh()).toBe(false);
    await freshness().during(async () => write('lib/a.ts', 'saved meanwhile'));
    expect(freshness().isFresh()).toBe(false);
  });
});
