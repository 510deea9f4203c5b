import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guards } from './guards.ts';
import { takeOut } from './take-out.ts';

const root = new URL('../..', import.meta.url);
const tests = ['lib', 'components', 'server', 'widget', 'scripts', 'entrypoints', 'demo'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.test\.tsx?$/.test(file)),
);

describe('the table of guards', () => {
  it.each(guards)('finds $guard in its file, once', (guard) => {
    const { file } = guard;
    expect(existsSync(new URL(file, root))).toBe(true);
    expect(takeOut(readFileSync(new URL(file, root), 'utf8'), guard)).toBeDefined();
  });

  it.each(guards)('names tests that are there for $guard', ({ tests: named }) => {
    for (const part of named) expect(tests.some((test) => test.includes(part))).toBe(true);
  });

  it('names each guard once', () => {
    const names = guards.map(({ guard }) => guard);
    expect(names).toEqual([...new Set(names)]);
  });
});
