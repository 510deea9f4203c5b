import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { findCaseFiles } from './format/find-case-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** It runs in plain Node: what only a bundler understands must not be reached by it. */
it('runs a case of every type as a command of its own', { timeout: 300_000 }, async () => {
  const files = (await findCaseFiles([`${root}cases`])).map(({ path }) => path);
  const byType = Object.groupBy(files, (path) => JSON.parse(readFileSync(path, 'utf8')).check.type);
  const one = Object.values(byType).flatMap((paths = []) => paths[0] ?? []);
  const args = [`${root}scripts/cases.mjs`, '--json', ...one];
  // It ends badly where one of them is not right yet.
  const { stdout } = await promisify(execFile)(process.execPath, args).catch((error) => error);
  const { cases } = JSON.parse(stdout);
  expect(cases).toHaveLength(one.length);
  expect(cases.filter(({ problem }: { problem?: string }) => problem !== undefined)).toEqual([]);
});
