import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const output = '.output/chrome-mv3-e2e';
const sources = [
  'components',
  'docs',
  'entrypoints',
  'lib',
  'public',
  'scripts',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
];

/** The hash of every file below a folder, by its path. */
function hashes(folder: string): Record<string, string> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        path.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ])
      .sort(),
  );
}

test('the extension built in another folder is the same, byte for byte', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'ringside-build-'));
  try {
    for (const source of sources) await cp(join(root, source), join(elsewhere, source), { recursive: true });
    await symlink(join(root, 'node_modules'), join(elsewhere, 'node_modules'));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build', '--mode', 'e2e'],
      { cwd: elsewhere, encoding: 'utf8', timeout: 120_000 },
    );
    assert.equal(status, 0, `${stdout}${stderr}`);
    const first = hashes(join(root, output));
    assert.ok(Object.keys(first).length > 15);
    assert.deepEqual(hashes(join(elsewhere, output)), first);
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
});

/** What runs text as code or takes code from elsewhere. */
const remote: [string, RegExp][] = [
  ['eval', /(?<![\w$.])eval\s*\(/],
  ['new Function', /new\s+Function\s*\(|(?<![\w$.])Function\s*\(\s*["'`]/],
  ['a timer of text', /set(?:Timeout|Interval)\s*\(\s*["'`]/],
  ['a script from elsewhere', /import(?:Scripts)?\s*\(\s*["'`](?:https?:)?\/\//],
  ['a module from elsewhere', /(?:from|import)\s*["'`](?:https?:)?\/\//],
  ['a written script', /document\.write|<script[^>]+src=\\?["'](?:https?:)?\/\//],
];

test('what is shipped runs no text as code and takes no code from elsewhere', () => {
  const files = globSync('{chrome-mv3-e2e,firefox-mv3-e2e,widget}/**/*.{js,html}', {
    cwd: join(root, '.output'),
  });
  assert.ok(files.length > 20);
  for (const file of files) {
    const text = readFileSync(join(root, '.output', file), 'utf8');
    for (const [what, pattern] of remote) assert.doesNotMatch(text, pattern, `${what} in ${file}`);
    if (!file.endsWith('.html')) continue;
    const scripts = [...text.matchAll(/<script\b([^>]*)>([^<]*)/g)];
    for (const [, attributes = '', inline = ''] of scripts) {
      assert.match(attributes, /src="(?:\.{0,2}\/)?[\w./-]+"/, file);
      assert.equal(inline.trim(), '', file);
    }
  }
});

test('the search for such code finds each kind of it', () => {
  const bad = [
    'eval("1")',
    'new Function("return 1")',
    'setTimeout("go()", 1)',
    'importScripts("https://example.com/a.js")',
    'import a from"https://example.com/a.js"',
    'document.write("x")',
  ];
  for (const [index, text] of bad.entries()) assert.match(text, remote[index]![1]);
});
