import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(join(root, 'bench'), { recursive: true, encoding: 'utf8' })
  .map((file) => join('bench', file))
  .filter((file) => /\.(?:ts|mjs)$/.test(file));

/** Sources that a measurement names in a string: from the root of the project, or relative to itself. */
function named(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const fromRoot = source.matchAll(
    /['"`](?:\$\{root\}|\/)?((?:lib|components|entrypoints|server|scripts|demo|e2e)\/[\w./-]+)['"`]/g,
  );
  const relative = source.matchAll(/['"`]((?:\.\.?\/)[\w./-]+\.(?:tsx?|mjs|html))['"`]/g);
  const besides = source.matchAll(/new URL\('([\w/-]+\.(?:ts|mjs))', import\.meta\.url\)/g);
  return [
    ...[...fromRoot].map(([, path = '']) => path),
    ...[...relative, ...besides].map(([, path = '']) => join(dirname(file), path)),
  ];
}

it.each(files)('%s names only files that are there', (file) => {
  expect(named(file).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('reads such names: what the weight of a page is measured of', () => {
  expect(named('bench/bundle-size.mjs')).toContain('lib/extension/page/run-host-script.ts');
  expect(named('bench/cache.ts')).toContain('bench/cache-page.ts');
});
