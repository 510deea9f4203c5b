import type { FieldProblem } from '../../lib/crms/http/field-problems.ts';
import type { Contact, FieldValue } from '../../lib/domain/contact/contact.ts';
import type { FieldDefinition, Workspace } from '../../lib/domain/fields/workspace.ts';
import { fieldProblem, isEmpty } from './field-problem.ts';
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
  const problems = new Map<string, FieldProblem>();
  for (const [key, value] of Object.entries(given)) {
    const problem = valueProblem(workspace, key, value);
    if (problem) problems.set(key, problem);
  }
  for (const field of workspace.fields) {
    if (field.required && !problems.has(field.key) && !isFilled(field, result))
      problems.set(field.key, 'Required field');
  }
  if (problems.size > 0) throw new Refusal({ code: 'not-valid', fields: Object.fromEntries(problems) });
}

function valueProblem(workspace: Workspace, key: string, value: FieldValue): FieldProblem | undefined {
  const definition = workspace.fields.find((field) => field.key === key);
  if (definition === undefined) {
    if (!wellKnown.includes(key)) return 'Not a field of this workspace';
    return fieldProblem(value, { key, label: key, type: 'text' }, workspace.region);
  }
  if (definition.identifier !== undefined) return 'Not a field of this workspace';
  return definition.readOnly ? 'Cannot be changed' : fieldProblem(value, definition, workspace.region);
}

function isFilled(field: FieldDefinition, contact: Pick<Contact, 'fields' | 'identifiers'>): boolean {
  return field.identifier === undefined
    ? !isEmpty(contact.fields[field.key])
    : contact.identifiers.some(({ kind }) => kind === field.identifier);
}
