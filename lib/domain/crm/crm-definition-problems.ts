import type { FileProblem, FileRefusal, RefusedFile } from '../text/file-problem.ts';
import { forbiddenKeys } from '../text/forbidden-keys.ts';
import { lineOfError } from '../text/line-of-error.ts';
import { schemaProblems } from '../text/schema-problems.ts';
import type { CrmDefinition } from './crm-definition.ts';
import { crmDefinitionSchema } from './crm-definition-schema.ts';

export type ReadCrmDefinition = { ok: true; definition: CrmDefinition } | RefusedFile;

/** More than any CRM needs. */
export const maxDefinitionLength = 65_536;
const mostNodes = 5_000;
const deepest = 20;

/** Reads a CRM definition that an administrator wrote. All or nothing. Never throws. */
export function readCrmDefinition(text: string): ReadCrmDefinition {
  if (text.trim() === '') return refuse(['empty']);
  if (text.length > maxDefinitionLength) return refuse(['too-large', maxDefinitionLength / 1_024]);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse(['not-json', lineOfError(error, text)]);
  }
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined;
  if (typeof version === 'number' && version > 1) {
    return refuse(['newer', version, 1]);
  }
  const hostile = hostilePart(json);
  if (hostile) return refuse(['wrong-parts'], [hostile]);
  const parsed = crmDefinitionSchema.safeParse(json);
  if (parsed.success) return { ok: true, definition: parsed.data };
  return refuse(['wrong-parts'], schemaProblems(parsed.error.issues, 'docs/crm-definitions.md'));
}

function refuse(reason: FileRefusal, problems: FileProblem[] = []): ReadCrmDefinition {
  return { ok: false, reason, problems };
}

/** Before anything else looks at it: names that reach into objects' workings, and what is too deep or too much. */
function hostilePart(json: unknown): FileProblem | undefined {
  let nodes = 0;
  const walk = (value: unknown, path: string[]): FileProblem | undefined => {
    nodes += 1;
    const here = path.slice(0, 8).join('.');
    if (nodes > mostNodes || path.length > deepest) return { path: here, expected: ['smaller'] };
    if (typeof value !== 'object' || value === null) return undefined;
    for (const [key, inner] of Object.entries(value)) {
      if (forbiddenKeys.has(key)) return { path: [...path, key].join('.'), expected: ['no-such-member'] };
      const found = walk(inner, [...path, key]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(json, []);
}
