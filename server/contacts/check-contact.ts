import type { Contact, FieldValue } from '../../lib/domain/contact/contact.ts';
import { fieldProblem, isEmpty } from '../../lib/domain/fields/field-problem.ts';
import type { FieldProblemCode } from '../../lib/domain/fields/field-problem-codes.ts';
import type { FieldDefinition, Workspace } from '../../lib/domain/fields/workspace.ts';
import { Refusal } from './refusal.ts';

/** Well-known keys (lib/domain/contact/contact.ts) that every workspace understands, defined there or not. */
const wellKnown = ['company', 'jobTitle', 'city', 'country', 'timeZone', 'language', 'owner'];

/**
 * Refuses (`not-valid`) a contact that the workspace's fields do not allow: `given` are the values being written,
 * `result` the contact as it would be. A newly required field must be filled at the next edit (C1).
 */
export function checkContact(
  workspace: Workspace,
  given: Record<string, FieldValue>,
  result: Pick<Contact, 'fields' | 'identifiers'>,
): void {
  const problems = new Map<string, FieldProblemCode>();
  for (const [key, value] of Object.entries(given)) {
    const problem = valueProblem(workspace, key, value);
    if (problem) problems.set(key, problem);
  }
  for (const field of workspace.fields) {
    if (field.required && !problems.has(field.key) && !isFilled(field, result))
      problems.set(field.key, 'required');
  }
  if (problems.size === 0) return;
  throw new Refusal({ code: 'not-valid', fields: Object.fromEntries(problems) });
}

function valueProblem(workspace: Workspace, key: string, value: FieldValue): FieldProblemCode | undefined {
  const definition = workspace.fields.find((field) => field.key === key);
  if (definition === undefined)
    return wellKnown.includes(key) ? fieldProblem({ type: 'text' }, value)?.code : 'not-a-field';
  if (definition.identifier !== undefined) return 'not-a-field';
  // Whether a required one is filled is judged by the whole contact.
  return definition.readOnly ? 'read-only' : fieldProblem({ ...definition, required: false }, value)?.code;
}

function isFilled(field: FieldDefinition, contact: Pick<Contact, 'fields' | 'identifiers'>): boolean {
  return field.identifier === undefined
    ? !isEmpty(contact.fields[field.key])
    : contact.identifiers.some(({ kind }) => kind === field.identifier);
}
