import { relative } from 'node:path';
import { createChecks } from './checks.ts';
import { spell } from './format/differences.ts';
import { findCaseFiles } from './format/find-case-files.ts';
import { type CaseResult, runCase } from './run-case.ts';

export interface Told {
  /** One JSON document in place of the lines. */
  json: boolean;
  /** Paths are told as seen from this folder. */
  from: string;
  write(text: string): void;
}

/** Runs every case at these paths and tells of each. Resolves to the exit code: 0 where all are as they should be. */
export async function runCases(paths: readonly string[], { json, from, write }: Told): Promise<number> {
  const results: CaseResult[] = [];
  const checks = createChecks();
  try {
    for (const { path, problem } of await findCaseFiles(paths)) {
      const result: CaseResult =
        problem === undefined
          ? await runCase(path, checks.all)
          : { path, id: relative(from, path), class: '', ok: false, problem, differences: [] };
      results.push(result);
      if (!json) write(`${lineOf(result)}\n`);
    }
  } finally {
    await checks.close();
  }
  const failed = results.filter(({ ok }) => !ok).length;
  const passed = results.length - failed;
  if (json) write(`${JSON.stringify({ passed, failed, cases: results }, null, 2)}\n`);
  else write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** `ok` or `FAIL`, the id, and what is wrong; what is wrong in several ways alike, once. */
export function lineOf({ id, ok, problem, differences }: CaseResult): string {
  if (ok) return `ok   ${id}`;
  const ways = new Map<string, string[]>();
  for (const { way, ...one } of differences) {
    const wrong = spell(one);
    ways.set(wrong, [...(ways.get(wrong) ?? []), ...(way === undefined ? [] : [way])]);
  }
  const wrong = [...ways].map(([text, by]) => (by.length === 0 ? text : `${text} (${by.join(', ')})`));
  return `FAIL ${id}: ${problem ?? wrong.join('; ')}`;
}
