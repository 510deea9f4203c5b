import type * as z from 'zod/mini';
import { type CountedParts, type Expectation, expectationOf, type FileProblem } from './file-problem.ts';

const maxProblems = 40;

/** What a schema found wrong, for the person who wrote the file: each thing once, 40 at most. `document` is where to read on. */
export function schemaProblems(issues: readonly z.core.$ZodIssue[], document: string): FileProblem[] {
  const problems = issues.flatMap((issue) => explain(issue, [], document));
  const byPath = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...byPath.values()].slice(0, maxProblems);
}

function explain(issue: z.core.$ZodIssue, before: PropertyKey[], document: string): FileProblem[] {
  const keys = [...before, ...issue.path];
  const path = keys.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: `${keys.length === 0 ? '' : `${path}.`}${key}`,
        expected: ['no-such-member'],
      }));
    case 'invalid_union': {
      // Of the ways to write it, the one that came furthest is what was meant.
      const furthest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
      if (furthest.length === 0)
        return [{ path, expected: kindOf('options' in issue ? issue.options : undefined) }];
      return furthest.flatMap((inner) => explain(inner, keys, document));
    }
    case 'invalid_key':
      return issue.issues.flatMap((inner) => explain({ ...inner, path: [] }, keys, document));
    case 'invalid_type':
      return [{ path, expected: types[issue.expected] ?? ['as-documented', document] }];
    case 'invalid_value':
      return [{ path, expected: ['one-of', issue.values.map(String)] }];
    case 'too_big':
      return [{ path, expected: ['at-most', Number(issue.maximum), partsOf(issue.origin)] }];
    case 'too_small':
      return [{ path, expected: ['at-least', Number(issue.minimum), partsOf(issue.origin)] }];
    default:
      if (issue.code === 'invalid_format' && issue.format === 'date') return [{ path, expected: ['date'] }];
      return [{ path, expected: expectationOf(issue.message) ?? ['as-documented', document] }];
  }
}

const types: Partial<Record<string, Expectation>> = {
  string: ['text'],
  number: ['number'],
  int: ['whole-number'],
  boolean: ['true-or-false'],
  array: ['list'],
  object: ['object'],
  record: ['table'],
};

function kindOf(options: readonly unknown[] = []): Expectation {
  return options.length === 0 ? ['something-else'] : ['one-kind-of', options.map(String)];
}

function partsOf(origin: string): CountedParts {
  if (origin === 'string') return 'characters';
  return origin === 'array' ? 'entries' : undefined;
}

function depth(issues: z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path, code }) => path.length * 2 + (code === 'invalid_type' ? 0 : 1)));
}
