import type { FieldProblem } from '../../lib/crms/http/field-problems.ts';
import type { ContactIdentifier } from '../../lib/domain/contact.ts';
import { type Identifier, identifierKey } from '../../lib/domain/identifier.ts';
import { nobodyOf } from '../../lib/domain/nobody.ts';
import { normaliseIdentifier } from '../../lib/domain/normalise-identifier.ts';
import type { Workspace } from '../../lib/domain/workspace.ts';
import { Problem } from '../http/problem.ts';

/**
 * A contact's identifiers in the spelling in which they are compared, each once. Throws 422 for one that is none; one that
 * the contact has already (`kept`), from before such a word was known, stops no change of anything else.
 */
export function normaliseIdentifiers(
  workspace: Workspace,
  identifiers: ContactIdentifier[],
  kept: readonly ContactIdentifier[] = [],
): ContactIdentifier[] {
  const has = new Set(kept.map(identifierKey));
  const byKey = new Map<string, ContactIdentifier>();
  for (const { shared, ...identifier } of identifiers) {
    const normal = has.has(identifierKey(identifier)) ? identifier : normaliseOrRefuse(workspace, identifier);
    const key = identifierKey(normal);
    byKey.set(key, { ...normal, ...((shared || byKey.get(key)?.shared) && { shared: true }) });
  }
  return [...byKey.values()];
}

/** One identifier, normalised. Throws 422 naming the field that stands for its kind. */
export function normaliseOrRefuse(workspace: Workspace, identifier: Identifier): Identifier {
  const normal = normaliseIdentifier(identifier, { region: workspace.region });
  if (normal !== null) return normal;
  const field = workspace.fields.find(({ identifier: kind }) => kind === identifier.kind);
  const problem: FieldProblem = nobodyOf(identifier) === undefined ? 'Not valid' : 'Stands for nobody';
  throw new Problem(422, { fields: { [field?.key ?? 'identifiers']: problem } });
}
