import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkProject, checkStructure } from './check-structure.ts';
import { checkSubRooms } from './check-sub-rooms.ts';
import { checkWords, wordsOfPage } from './check-words.ts';
import { readModule } from './read-module.ts';

const root = new URL('../..', import.meta.url);
const folders = ['entrypoints', 'components', 'lib', 'widget', 'server', 'demo', 'e2e', 'bench', 'scripts'];

function projectFiles(): string[] {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/(^|\/)(node_modules|\.[^/]+)\//.test(file)),
  );
  // It alone uses what builds the manifest.
  return [...inFolders, 'wxt.config.ts'];
}

/** The breaches in a project of these files only. */
function breaches(files: Record<string, string>): string[] {
  return checkStructure(Object.entries(files).map(([path, source]) => readModule(path, source)));
}

describe('the house', () => {
  it('keeps its rules', () => {
    const modules = projectFiles().map((path) => readModule(path, readFileSync(new URL(path, root), 'utf8')));
    expect(modules.length).toBeGreaterThan(100);
    expect(checkProject(modules)).toEqual([]);
  });

  // What stands on a new file builds here and in no clone.
  it.skipIf(!existsSync(new URL('.git', root)))('has no file that git does not know yet (git add it)', () => {
    const asked = ['ls-files', '--others', '--exclude-standard', '--', ...folders];
    expect(execFileSync('git', asked, { cwd: root, encoding: 'utf8' })).toBe('');
  });

  it('has every text for people in the catalogue of words', () => {
    const files = projectFiles().map((path) => [path, readFileSync(new URL(path, root), 'utf8')] as const);
    expect(checkWords(new Map(files))).toEqual([]);
  });

  it('has no words of its own in its pages', () => {
    const pages = ['entrypoints', 'widget', 'server/pages'].flatMap((folder) =>
      readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.html'))
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
    );
    expect(pages.length).toBeGreaterThan(5);
    const said = pages.flatMap((path) => wordsOfPage(readFileSync(new URL(path, root), 'utf8')));
    expect(said).toEqual([]);
  });
});

describe('the test of words', () => {
  const said = (source: string) =>
    checkWords(new Map([['components/view/A.tsx', source]]), []).map((one) => /“(.*)”/.exec(one)?.[1]);

  it.each([
    ['a text between tags', 'export const A = () => <p>Saved</p>;', 'Saved'],
    ['a label of one word', "export const a = { label: 'City' };", 'City'],
    ['a label that is chosen', "export const a = (b: boolean) => ({ hint: b ? 'City' : 'x' });", 'City'],
    ['an attribute', 'export const A = () => <i aria-label="Close" />;', 'Close'],
    ['a sentence', "export const a = 'Try again in a moment.';", 'Try again in a moment.'],
    ['a sentence in small letters', "export const a = ['the title of the page'];", 'the title of the page'],
    [
      'a sentence with something in it',
      `export const a = (b: string) => \`Signed in as \${b}\`;`,
      'Signed in as',
    ],
    [
      'a sentence that is handed on',
      "export const a = () => say('Not saved: try again');",
      'Not saved: try again',
    ],
  ])('sees %s', (_, source, text) => expect(said(source)).toEqual([text]));

  it.each([
    "export const A = () => <p class={big ? 'btn main' : 'btn'} data-x=\"a b\">{words.saved} · </p>;",
    "export type A = 'running product';",
    "throw new Error('this cannot be');",
    "console.warn('the worker is gone', error);",
    "export const a = document.querySelector('input, select');",
    "export const a = { label: 'jobTitle', kind: 'text' };",
    'export const A = () => <kbd>N</kbd>;',
  ])('has nothing against %s', (source) => expect(said(source)).toEqual([]));

  it('sees an exception that nothing is on', () => {
    const one = { path: /nowhere/, because: 'it was' };
    expect(checkWords(new Map(), [one])).toEqual(['not-for-people.ts: nowhere is for no text']);
  });

  it.each([
    ['<title>Options</title>', ['Options']],
    ['<p>Sign {{in}} here</p>', ['Sign  here']],
    ['<b title="Big">{{x}}</b>', ['Big']],
    ['<title>Ringside</title><p data-a="b c">{{x}}</p>', []],
  ])('sees what a page says by itself: %s', (html, words) => expect(wordsOfPage(html)).toEqual(words));
});

describe('the structure test', () => {
  it('has nothing against what is allowed', () => {
    expect(
      breaches({
        'lib/domain/contact/contact.ts': "import * as z from 'zod/mini';\nexport const a = z.string();",
        'lib/domain/numbers/read-number.ts':
          "import { parse } from 'libphonenumber-js/max';\nexport const b = parse;",
        'lib/engine/dexie-cache.ts':
          "import { Dexie } from 'dexie';\nimport { a } from '../domain/contact.ts';\nimport type { Crm } from '../crms/crm.ts';\nexport const c = [Dexie, a];",
        'lib/hosts/sip.ts':
          "import type { Contact } from '../domain/contact.ts';\nimport { read } from './sip/read.ts';\nexport default { read };",
        'lib/hosts/sip/read.ts': 'export const read = 1;',
        'lib/crms/a/connector.ts': "import { f } from '../http/auth/f.ts';\nexport default f;",
        'lib/crms/http/auth/f.ts':
          "import { g } from '../g.ts';\nimport { h } from './h.ts';\nexport const f = [g, h];",
        'lib/extension/serve.ts':
          "import { browser } from 'wxt/browser';\nexport const d = () => browser.runtime.id;",
        'components/view/ContactView.tsx': "import { h } from 'preact';\nexport const ContactView = h;",
        'entrypoints/host.ts': "import sip from '../lib/hosts/sip.ts';\nexport default sip;",
        'lib/hosts/sip.test.ts':
          "import { a } from '../domain/contact.ts';\nimport sip from './sip.ts';\nimport fs from 'node:fs';\nvoid [a, sip, fs];",
      }),
    ).toEqual([]);
  });

  it.each([
    ['the domain asks the engine', 'lib/domain/a.ts', "import { x } from '../engine/x.ts'"],
    [
      'the engine asks the extension, for a type',
      'lib/engine/a.ts',
      "import type { X } from '../extension/x.ts'",
    ],
    ['a component asks the extension', 'components/A.tsx', "import { x } from '../lib/extension/x.ts'"],
    ['a host asks a CRM', 'lib/hosts/a.ts', "export { x } from '../crms/x.ts'; export const y = 1"],
    ['the server asks the engine', 'server/a.ts', "import { x } from '../lib/engine/x.ts'"],
    ['the widget asks the extension', 'widget/a.ts', "const x = await import('../lib/extension/x.ts')"],
    ['requests ask how one signs in', 'lib/crms/http/a.ts', "import type { X } from './auth/x.ts'"],
    ['requests ask the contract', 'lib/crms/http/a.ts', "import type { X } from '../crm.ts'"],
    ['identifiers ask the records', 'lib/crms/identifiers/a.ts', "import { x } from '../records/x.ts'"],
    ['the view asks the server', 'components/A.tsx', "import type { X } from '../server/x.ts'"],
  ])('sees when %s', (_, path, source) => {
    expect(breaches({ [path]: `${source};` })).toEqual([expect.stringContaining('may not import')]);
  });

  it.each([
    ['lib/engine/a.ts', "import { browser } from 'wxt/browser'"],
    ['components/A.tsx', "import browser from 'webextension-polyfill'"],
    ['lib/engine/a.ts', "import { parse } from 'libphonenumber-js/min'"],
    ['server/a.ts', "import { Dexie } from 'dexie'"],
    ['lib/engine/a.ts', "import { Hono } from 'hono'"],
    ['lib/engine/a.ts', "import { readFile } from 'node:fs'"],
    ['lib/engine/a.ts', "import ky from 'ky'"],
    ['lib/domain/a.ts', "import { signal } from '@preact/signals'"],
  ])('sees a package where it does not belong: %s, %s', (path, source) => {
    expect(breaches({ [path]: `${source};` })).toEqual([expect.stringContaining(' is for ')]);
  });

  it.each(['chrome.runtime.id', 'browser.storage.local.get()', 'globalThis.chrome.tabs', 'self.browser'])(
    'sees %s outside the extension',
    (source) => {
      expect(breaches({ 'lib/engine/a.ts': `export const x = () => ${source};` })).toHaveLength(1);
      expect(breaches({ 'lib/extension/a.ts': `export const x = () => ${source};` })).toEqual([]);
    },
  );

  it('does not take a word in a comment or a text for the browser', () => {
    const source = "// chrome.runtime is not here\nexport const x = 'browser.tabs';";
    expect(breaches({ 'lib/engine/a.ts': source })).toEqual([]);
  });

  it('sees a library that a content script reaches through other files', () => {
    expect(
      breaches({
        'lib/hosts/a.ts': "import { b } from '../domain/b.ts';\nexport default b;",
        'lib/domain/b.ts': "export * from './c.ts';\nexport const b = 1;",
        'lib/domain/c.ts': "import * as z from 'zod/mini';\nexport const c = z;",
      }),
    ).toEqual([expect.stringContaining('lib/hosts/a.ts: reaches zod/mini through lib/domain/c.ts')]);
  });

  it('knows that only an import of nothing but types loads nothing', () => {
    const domain = { 'lib/domain/b.ts': "import * as z from 'zod/mini';\nexport const b = z;" };
    const reached = { 'lib/hosts/a.ts': "import { type B } from '../domain/b.ts';\nexport default 1 as B;" };
    const typed = { 'lib/hosts/a.ts': "import type { B } from '../domain/b.ts';\nexport default 1 as B;" };
    expect(breaches({ ...domain, ...reached })).toHaveLength(1);
    expect(breaches({ ...domain, ...typed })).toEqual([]);
  });

  it('sees the extension API in the world of the page, Dexie in the card, import() in the worker', () => {
    expect(
      breaches({
        'entrypoints/host-tap.content.ts': "import { b } from '../lib/extension/b.ts';\nexport default b;",
        'lib/extension/b.ts': "import { browser } from 'wxt/browser';\nexport const b = browser;",
        'entrypoints/card/main.tsx': "import { c } from '../../lib/extension/c.ts';\nvoid c;",
        'lib/extension/c.ts': "export * from '../engine/d.ts';\nexport const c = 1;",
        'lib/engine/d.ts': "import { Dexie } from 'dexie';\nexport const d = Dexie;",
        'entrypoints/background.ts': "import { f } from '../lib/extension/f.ts';\nexport default f;",
        'lib/extension/f.ts': "export const f = () => import('./b.ts');",
      }),
    ).toEqual([
      expect.stringContaining('entrypoints/host-tap.content.ts: reaches wxt/browser'),
      expect.stringContaining('entrypoints/card/main.tsx: reaches dexie'),
      expect.stringContaining('entrypoints/background.ts: reaches import(lib/extension/b.ts)'),
    ]);
  });

  it('sees the code of a page in the worker', () => {
    expect(
      breaches({
        'entrypoints/background.ts': "import { b } from '../lib/extension/b.ts';\nexport default b;",
        'lib/extension/b.ts': "import adapter from '../hosts/a/adapter.ts';\nexport const b = adapter;",
        'lib/hosts/a/adapter.ts': "import { facts } from './facts.ts';\nexport default facts;",
        'lib/hosts/a/facts.ts': 'export const facts = 1;',
      }),
    ).toEqual([expect.stringContaining('entrypoints/background.ts: reaches lib/hosts/a/adapter.ts')]);
  });

  it('sees the text of a form in the worker, though a registry collects it by a pattern', () => {
    const project = {
      'entrypoints/background.ts': "import { all } from '../lib/crms/all.ts';\nexport default all;",
      'lib/crms/all.ts':
        "export const all = import.meta.glob<{ form: string[] }>('./*/facts.ts', { eager: true, import: 'facts' });",
      'lib/crms/a/connector.ts': 'export default 1;',
      'lib/crms/a/facts.ts':
        "import { region } from '../form/region-field.ts';\nexport const facts = { form: [region] };",
      'lib/crms/form/region-field.ts': "export const region = 'Region';",
    };
    expect(breaches(project)).toEqual([
      expect.stringContaining('reaches lib/crms/a/facts.ts through lib/crms/all.ts'),
      expect.stringContaining('reaches lib/crms/form/region-field.ts through lib/crms/a/facts.ts'),
    ]);
    const work = project['lib/crms/all.ts'].replace('facts.ts', 'connector.ts');
    expect(breaches({ ...project, 'lib/crms/all.ts': work })).toEqual([]);
  });

  it('sees the words of the options page in a card', () => {
    const project = {
      'entrypoints/card/main.tsx': "import { a } from '../../components/card/a.ts';\nvoid a;",
      'components/card/a.ts': "import { w } from '../words/options-words.ts';\nexport const a = w;",
      'components/words/options-words.ts': 'export const w = 1;',
    };
    expect(breaches(project)).toEqual([
      expect.stringContaining('entrypoints/card/main.tsx: reaches components/words/options-words.ts'),
    ]);
  });

  it('sees adapters and connectors that know each other', () => {
    expect(
      breaches({
        'lib/hosts/a/adapter.ts': "import { b } from '../b/read.ts';\nexport default b;",
        'lib/hosts/b/adapter.ts': "import { b } from './read.ts';\nexport default b;",
        'lib/hosts/b/read.ts': 'export const b = 1;',
        'lib/crms/c/connector.ts': "import { d } from '../d/connector.ts';\nexport default d;",
        'lib/crms/d/connector.ts': 'export const d = 1;\nexport default 1;',
        'lib/crms/e/connector.ts': "import { shared } from '../records/shared.ts';\nexport default shared;",
        'lib/crms/records/shared.ts': "import { d } from '../d/connector.ts';\nexport const shared = d;",
      }),
    ).toEqual([
      expect.stringContaining('lib/hosts/a/adapter.ts: imports lib/hosts/b/read.ts'),
      expect.stringContaining('lib/crms/c/connector.ts: imports lib/crms/d/connector.ts'),
      expect.stringContaining('lib/crms/records/shared.ts: lib/crms/records/ may not import lib/crms/d'),
    ]);
  });

  it.each([
    ['lib/engine/contactCache.ts', 'export const a = 1;'],
    ['components/contact-view.tsx', 'export const a = 1;'],
    ['widget/utils/a.ts', 'export const a = 1;'],
    ['lib/engine/index.ts', 'export const a = 1;'],
    ['lib/engine/everything.ts', "export * from './a.ts';\nexport { b } from './b.ts';"],
    ['lib/engine/long.ts', 'export const a = 1;\n'.repeat(251)],
    ['lib/engine/a.ts', "import { createEngineForTests } from './engine-for-tests.ts';"],
  ])('sees that %s breaks a habit', (path, source) => {
    expect(breaches({ [path]: source })).toHaveLength(1);
  });

  it('sees files that know each other in a circle, by value or only by type', () => {
    const value = "import { b } from './b.ts';\nexport const a = b;";
    const back = "import type { C } from './c.ts';\nexport const b = 1 as C;";
    const type = "import type { A } from './a.ts';\nexport type C = A;";
    const apart = "import { a } from './a.ts';\nexport const d = a;";
    expect(
      breaches({ 'widget/a.ts': value, 'widget/b.ts': back, 'widget/c.ts': type, 'widget/d.ts': apart }),
    ).toEqual([expect.stringContaining('widget/a.ts, widget/b.ts, widget/c.ts: import each other')]);
    expect(breaches({ 'widget/a.ts': value, 'widget/b.ts': back, 'widget/d.ts': apart })).toEqual([]);
  });

  it('sees a folder of more than twenty files, tests and what is for tests apart', () => {
    const files = (count: number, name: (index: number) => string) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), 'export const a = 1;']));
    const twenty = files(20, (index) => `widget/a${index}.ts`);
    const tests = { ...files(9, (index) => `widget/b${index}.test.ts`), 'widget/a-for-tests.ts': '' };
    expect(breaches({ ...twenty, ...tests })).toEqual([]);
    expect(breaches({ ...twenty, 'widget/one-more.ts': 'export const a = 1;' })).toEqual([
      expect.stringContaining('widget/: 21 files are more than 20'),
    ]);
  });

  it.each([
    ['a lower room asks a higher one', 'lib/engine/cache/a.ts', "import { x } from '../outbox/x.ts'"],
    ['a room asks another for a type', 'lib/domain/text/a.ts', "import type { X } from '../contact/x.ts'"],
    ['a room asks what is above it', 'server/http/a.ts', "import { x } from '../create-app.ts'"],
    ['what is below all asks a room', 'lib/hosts/host.ts', "import type { X } from './page/x.ts'"],
    ['an adapter asks what is above all', 'lib/hosts/a/adapter.ts', "import { x } from '../adapters.ts'"],
    ['a room within a room asks around it', 'components/view/state/a.ts', "import { x } from '../x.ts'"],
  ])('sees when %s', (_, path, source) => {
    expect(breaches({ [path]: `${source};\nexport const y = 1;` })).toEqual([
      expect.stringContaining('may not import'),
    ]);
  });

  it('sees a folder that nobody named, also where its files only look up', () => {
    expect(breaches({ 'server/new/a.ts': 'export const a = 1;' })).toEqual([
      expect.stringContaining('server/new/a.ts: this folder is no room'),
    ]);
    expect(breaches({ 'server/http/a.ts': "import { x } from '../new/x.ts';\nexport const y = x;" })).toEqual(
      [expect.stringContaining('may not import server/new/x.ts')],
    );
  });

  it('sees a row of its table that names one which does not stand before it', () => {
    const table = [{ prefix: 'server/', within: { low: ['high'], high: [] } }];
    expect(checkSubRooms([], () => false, table)).toEqual([expect.stringContaining('server/low names high')]);
  });

  it('sees what its tables allow for nobody', () => {
    const unused = checkProject([readModule('widget/a.ts', 'export const a = 1;')]);
    expect(unused).toContain('rooms.ts: lib/engine/ may import lib/domain/, and nobody there does');
    expect(unused).toContain('rooms.ts: server/ may import ^node:, and nobody there does');
    expect(unused).toContain('sub-rooms.ts: server/auth may import database, and nobody there does');
    expect(unused).toContain('sub-rooms.ts: lib/hosts/<id> may import frames, and nobody there does');
    expect(unused).toContain('sub-rooms.ts: lib/hosts/host.ts is not there');
  });

  it('sees what only tests use, and is not named so', () => {
    const alone = (name: string) =>
      checkProject([
        readModule(`server/${name}.ts`, 'export const a = 1;'),
        readModule('server/a.test.ts', `import { a } from './${name}.ts';\nvoid a;`),
      ]).filter((breach) => /only tests/.test(breach));
    expect(alone('fake')).toEqual(['server/fake.ts: only tests use it; end its name with -for-tests']);
    expect(alone('fake-for-tests')).toEqual([]);
  });
});
