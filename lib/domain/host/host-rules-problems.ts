import type { FileProblem, FileRefusal, RefusedFile } from '../text/file-problem.ts';
import { lineOfError } from '../text/line-of-error.ts';
import { schemaProblems } from '../text/schema-problems.ts';
import { type RuleFile, ruleFileSchema } from './host-rules.ts';

export type ReadRuleFile = { ok: true; file: RuleFile } | RefusedFile;

/** More than 16 rules of 8 versions need. */
const maxFileLength = 262_144;

/** Reads a rule file that an administrator wrote. All or nothing. Never throws. */
export function readRuleFile(text: string): ReadRuleFile {
  if (text.length > maxFileLength) return refuse(['too-large', maxFileLength / 1_024]);
  if (text.trim() === '') return refuse(['empty']);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse(['not-json', lineOfError(error, text)]);
  }
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined;
  if (typeof version === 'number' && version > 1) return refuse(['newer', version, 1]);
  const parsed = ruleFileSchema.safeParse(json);
  if (parsed.success) return { ok: true, file: parsed.data };
  return refuse(['wrong-parts'], schemaProblems(parsed.error.issues, 'docs/host-rules.md'));
}

function refuse(reason: FileRefusal, problems: FileProblem[] = []): ReadRuleFile {
  return { ok: false, reason, problems };
}
