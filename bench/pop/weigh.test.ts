import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesOfPage, namedByPage, namedByScript, weightOf } from './weigh.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-weigh-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('finds scripts and style sheets of a page', () => {
  const html = `<link rel="stylesheet" href="/assets/a.css"><script type="module" src="./chunks/b.js"></script>
    <link rel="modulepreload" href="/chunks/c.js"><a href="https://example.com/d.js">d</a>`;
  expect(namedByPage(html)).toEqual(['assets/a.css', 'chunks/b.js', 'chunks/c.js']);
});

it('finds what a module imports, and leaves what it may import later', () => {
  const code = `import{a}from"./a.js";import './b.js';export{c}from"../c.js";const d=()=>import("./d.js")`;
  expect(namedByScript('chunks/x.js', code)).toEqual(['chunks/a.js', 'chunks/b.js', 'c.js']);
});

it('weighs each file once, however often it is named', () => {
  writeFileSync(join(folder, 'page.html'), '<script src="/a.js"></script><script src="/b.js"></script>');
  writeFileSync(join(folder, 'a.js'), 'import"./b.js";import"./gone.js"');
  writeFileSync(join(folder, 'b.js'), 'import"./a.js"');
  const files = filesOfPage(folder, 'page.html');
  expect(files).toEqual(['page.html', 'a.js', 'b.js']);
  const packed = (code: string) => gzipSync(code, { level: 9 }).length;
  expect(weightOf(folder, ['b.js'])).toBe(packed('import"./a.js"'));
});
