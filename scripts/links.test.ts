import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const documents = ['.', 'docs'].flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join(folder, name)),
);

/** Where the links and pictures of a document lead within the project. */
function linksOf(document: string): string[] {
  const text = readFileSync(new URL(document, root), 'utf8').replace(/```.*?```/gs, '');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(
    ([, link, src]) => link ?? src ?? '',
  );
  return targets
    .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
    .map((target) => posix.join(posix.dirname(document), target.replace(/#.*$/, '')));
}

it.each(documents)('leads nowhere that is not there: %s', (document) => {
  expect(linksOf(document).filter((target) => !existsSync(new URL(target, root)))).toEqual([]);
});

it('finds links at all', () => {
  expect(linksOf('README.md').length).toBeGreaterThan(5);
});
