import { type SchemaProblem, schemaProblems } from '../text/schema-problems.ts';
import { type RuleFile, ruleFileSchema } from './host-rules.ts';

export type ReadRuleFile =
  | { ok: true; file: RuleFile }
  | { ok: false; reason: string; problems: SchemaProblem[] };

/** More than 16 rules of 8 versions need. */
const maxFileLength = 262_144;

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
  return refuse('Parts of this file are wrong.', schemaProblems(parsed.error.issues, 'docs/host-rules.md'));
}

function refuse(reason: string, problems: SchemaProblem[] = []): ReadRuleFile {
  return { ok: false, reason, problems };
}
