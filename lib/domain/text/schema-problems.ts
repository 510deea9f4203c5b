import type * as z from 'zod/mini';

/** A part of a file that is wrong: where (`rules.0.versions.1.probe`), and what may stand there. */
export interface SchemaProblem {
  path: string;
  expected: string;
}

const maxProblems = 40;

/** What a schema found wrong, for the person who wrote the file: each thing once, 40 at most. `docs` is where to read on. */
export function schemaProblems(issues: readonly z.core.$ZodIssue[], docs: string): SchemaProblem[] {
  const problems = issues.flatMap((issue) => explain(issue, [], docs));
  const byPath = new Map(problems.map((problem) => [`${problem.path} ${problem.expected}`, problem]));
  return [...byPath.values()].slice(0, maxProblems);
}

function explain(issue: z.core.$ZodIssue, before: PropertyKey[], docs: string): SchemaProblem[] {
  const keys = [...before, ...issue.path];
  const path = keys.length === 0 ? '(all of it)' : keys.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: `${keys.length === 0 ? '' : `${path}.`}${key}`,
        expected: 'no such member',
      }));
    case 'invalid_union': {
      // Of the ways to write it, the one that came furthest is what was meant.
      const furthest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
      if (furthest.length === 0)
        return [{ path, expected: oneOfWords('options' in issue ? issue.options : undefined) }];
      return furthest.flatMap((inner) => explain(inner, keys, docs));
    }
    case 'invalid_key':
      return issue.issues.flatMap((inner) => explain({ ...inner, path: [] }, keys, docs));
    case 'invalid_type':
      return [{ path, expected: kinds[issue.expected] ?? String(issue.expected) }];
    case 'invalid_value':
      return [{ path, expected: `one of: ${issue.values.map(String).join(', ')}` }];
    case 'too_big':
      return [{ path, expected: `at most ${issue.maximum}${unit(issue.origin)}` }];
    case 'too_small':
      return [{ path, expected: `at least ${issue.minimum}${unit(issue.origin)}` }];
    case 'invalid_format':
      return [{ path, expected: issue.format === 'date' ? 'a date such as 2026-11-21' : issue.message }];
    default:
      return [{ path, expected: issue.message || `what ${docs} says` }];
  }
}

const kinds: Partial<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'a table',
};

function oneOfWords(options: readonly unknown[] = []): string {
  const words = options.map(String);
  const last = words.pop();
  return words.length === 0 ? (last ?? 'something else') : `${words.join(', ')} or ${last}`;
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

function depth(issues: z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path, code }) => path.length * 2 + (code === 'invalid_type' ? 0 : 1)));
}
