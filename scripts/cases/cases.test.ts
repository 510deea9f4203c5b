import { readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChecks } from './checks.ts';
import { findCaseFiles } from './format/find-case-files.ts';
import { runCase } from './run-case.ts';
import { lineOf } from './run-cases.ts';

const patience = 180_000;
const folder = fileURLToPath(new URL('../../cases', import.meta.url));
const files = (await findCaseFiles([folder])).map(({ path }) => path);
const cases = files.map((path) => ({ path, ...JSON.parse(readFileSync(path, 'utf8')) }));
const checks = createChecks();
// A busy machine takes its time to open a database.
beforeAll(() => checks.open(), patience);
afterAll(() => checks.close());

describe.each(Object.entries(Object.groupBy(files, (path) => relative(folder, dirname(path)))))(
  '%s',
  (_, paths = []) => {
    it.each(paths.map((path) => [basename(path, '.json'), path]))(
      '%s',
      { timeout: patience },
      async (id, path) => {
        expect(lineOf(await runCase(path, checks.all))).toBe(`ok   ${id}`);
      },
    );
  },
);

describe('the cases', () => {
  it('have the id that their file is named after, each its own', () => {
    expect(cases.map(({ id }) => id)).toEqual(files.map((path) => basename(path, '.json')));
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('say what happened, and of which class it is, the same for all of a folder', () => {
    expect(cases.filter(({ situation }) => !/^\S[\s\S]{20,}\.$/.test(situation)).map(({ id }) => id)).toEqual(
      [],
    );
    const classes = new Map(cases.map((one) => [dirname(one.path), one.class]));
    expect(cases.filter((one) => one.class !== classes.get(dirname(one.path)))).toEqual([]);
    expect(new Set(classes.values()).size).toBe(classes.size);
  });

  it('are of every type that there is', () => {
    const types = new Set(cases.map(({ check }) => check.type));
    expect([...types].sort()).toEqual(Object.keys(checks.all).sort());
  });
});
