import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codesIn } from './codes-in.ts';

const root = new URL('../..', import.meta.url);
const folders = ['entrypoints', 'components', 'lib', 'widget', 'server', 'demo', 'e2e', 'bench', 'scripts'];

test('every code that a comment cites is explained in docs/requirements.md', () => {
  const text = readFileSync(new URL('docs/requirements.md', root), 'utf8');
  const explained = [...text.matchAll(/^\| ([A-Z]\d+) +\| \S/gm)].map(([, code]) => code);
  expect(new Set(explained).size).toBe(explained.length);
  const cited = folders.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/(^|[\\/])(node_modules|\.[^\\/]+)[\\/]/.test(file))
      .flatMap((file) =>
        codesIn(file, readFileSync(new URL(`${folder}/${file}`, root), 'utf8')).map(
          (code) => `${code} in ${folder}/${file}`,
        ),
      ),
  );
  expect(cited.length).toBeGreaterThan(30);
  expect(cited.filter((one) => !explained.includes(one.split(' ')[0]))).toEqual([]);
});

test('codes are read in comments alone, one or several together', () => {
  const source =
    "// Never by itself (A1, A7).\nconst day = 'T00:00'; /* B2 and T17: ISO-8859-A9x */ void day;";
  expect(codesIn('a.ts', source)).toEqual(['A1', 'A7', 'B2', 'T17']);
});
