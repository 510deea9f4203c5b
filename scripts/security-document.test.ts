import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('..', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const [, section = ''] = read('SECURITY.md').split('## What proves it');
/** Every line of the two tables; of what the last ones are about, the first one says. */
const rows: { what: string; file: string; title: string }[] = [];
for (const line of (section.split('\n## ')[0] ?? '').split('\n')) {
  const [, what = '', file = '', title = ''] = line.split('|').map((cell) => cell.trim());
  if (!/^(?:`.+`|none)$/.test(file)) continue;
  rows.push({ what: what || (rows.at(-1)?.what ?? ''), file: file.replaceAll('`', ''), title });
}
const named = rows.filter(({ file }) => file !== 'none');

describe('SECURITY.md', () => {
  it('has a row for every threat, and the faults', () => {
    const threats = [...Array.from({ length: 17 }, (_, index) => `T${index + 1}`), 'S1'];
    const subjects = [...new Set(rows.map(({ what }) => what))];
    expect(subjects.map((what) => what.split(' ')[0]).filter((word) => /^[ST]\d+$/.test(word ?? ''))).toEqual(
      threats,
    );
    expect(subjects.length).toBeGreaterThan(threats.length + 15);
  });

  it.each(rows.filter(({ file }) => file === 'none'))('says why there is no test: $what', ({ title }) => {
    expect(title).toMatch(/.{20}/);
  });

  it.each(named)('names a test that is there: $file, $title', ({ file, title }) => {
    expect(file).toMatch(/\.(?:spec|test)\.tsx?$/);
    expect(existsSync(new URL(file, root)), file).toBe(true);
    expect(titlesOf(read(file)).some((each) => each.includes(title))).toBe(true);
  });
});

/** What stands in quotes in the source, where every title does; those made of a template as they are written. */
function titlesOf(source: string): string[] {
  return [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, plain, template]) => plain ?? template ?? '',
  );
}
