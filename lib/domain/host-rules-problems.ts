import type * as z from 'zod/mini';
import { type RuleFile, ruleFileSchema } from './host-rules.ts';

/** A part of a rule file that is wrong: where (`rules.0.versions.1.probe`), and what may stand there. */
export interface RuleProblem {
  path: string;
  expected: string;
}

export type ReadRuleFile =
  | { ok: true; file: RuleFile }
  | { ok: false; reason: string; problems: RuleProblem[] };

/** More than 16 rules of 8 versions need. */
const maxFileLength = 262_144;
const maxProblems = 40;

/** Reads a rule file that an administrator wrote. All or nothing. Never throws. */
export function readRuleFile(text: string): ReadRuleFile {
  if (text.length > maxFileLength) return refuse('This is too large to be a rule file (256 kB at most).');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('This is not JSON.');
  }
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined;
  if (typeof version === 'number' && version > 1)
    return refuse(`This file is for a newer Ringside (version ${version} of the rules; this one reads 1).`);
  const parsed = ruleFileSchema.safeParse(json);
  if (parsed.success) return { ok: true, file: parsed.data };
  return refuse(
    'Parts of this file are wrong.',
    parsed.error.issues.flatMap((issue) => explain(issue, [])),
  );
}

function refuse(reason: string, problems: RuleProblem[] = []): ReadRuleFile {
  const byPath = new Map(problems.map((problem) => [`${problem.path} ${problem.expected}`, problem]));
  return { ok: false, reason, problems: [...byPath.values()].slice(0, maxProblems) };
}

function explain(issue: z.core.$ZodIssue, before: PropertyKey[]): RuleProblem[] {
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
      if (furthest.length === 0) return [{ path, expected: 'dom, message or websocket' }];
      return furthest.flatMap((inner) => explain(inner, keys));
    }
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
      return [{ path, expected: issue.message || 'what docs/host-rules.md says' }];
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

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

function depth(issues: z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path, code }) => path.length * 2 + (code === 'invalid_type' ? 0 : 1)));
}
