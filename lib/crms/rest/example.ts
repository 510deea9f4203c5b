import { readCrmDefinition } from '../../domain/crm/crm-definition-problems.ts';
import { workspaceSchema } from '../../domain/fields/workspace.ts';
import type { AssignResult } from '../crm.ts';
import type { CrmExample, CrmExchange, CrmStep } from '../crm-example-for-tests.ts';
import dolibarr from '../definitions/dolibarr.json';
import { example as dolibarrExample } from '../dolibarr/example.ts';
import { decodeAssignment, encodeAssignment } from '../records/assignment-id.ts';
import { fingerprint } from '../records/fingerprint.ts';
import { keptOfRest } from './rest-kept.ts';

/** What an administrator adds to the shipped definition: the extra fields of this organisation. */
const definition = {
  ...dolibarr,
  identifiers: {
    ...dolibarr.identifiers,
    telegram: {
      find: [{ query: { sqlfilters: "(te.telegram:like:'%{value:plain}%')" } }],
      slots: ['array_options.options_telegram'],
    },
  },
  fields: [
    ...dolibarr.fields,
    { key: 'options_clientid', label: 'clientid', path: 'array_options.options_clientid' },
  ],
};

/** The recorded assignment with places by this connector's paths: as they were when first read, and when last. */
function assignmentByPaths({ exchanges, answer }: CrmStep): string {
  const read = readCrmDefinition(JSON.stringify(definition));
  const assignment = decodeAssignment((answer as AssignResult).assignmentId); // Its step answers one.
  const keptIn = (exchange: CrmExchange | undefined) =>
    read.ok && keptOfRest({ record: exchange?.response.body, rows: {}, whole: true }, read.definition);
  const places = assignment.places?.map(({ id }) => {
    const reads = exchanges.filter(
      ({ request }) => request.method === 'GET' && request.path.endsWith(`/${id}`),
    );
    return { id, before: keptIn(reads[0]), after: fingerprint(keptIn(reads.at(-1))) };
  });
  return encodeAssignment({ ...assignment, ...(places && { places }) });
}

/** The connector leaves the names of Dolibarr's own fields to the catalogue of words; the definition gives them labels. */
function labelled(step: CrmStep): CrmStep {
  const answer = workspaceSchema.parse(step.answer);
  const labels = new Map(definition.fields.map(({ key, label }) => [key, label]));
  const fields = answer.fields.map((field) => ({ ...field, label: labels.get(field.key) ?? field.label }));
  return { ...step, answer: { ...answer, fields } };
}

/** The steps of Dolibarr that every connector has, with the assignment's own id. */
function stepsByPaths({
  assignIdentifier,
  undoAssignment,
  ...steps
}: CrmExample['steps']): CrmExample['steps'] {
  if (!assignIdentifier || !undoAssignment) return steps;
  const assignmentId = assignmentByPaths(assignIdentifier);
  const answer = { ...(assignIdentifier.answer as AssignResult), assignmentId }; // Its step answers one.
  return {
    ...steps,
    ...(steps.workspace && { workspace: labelled(steps.workspace) }),
    assignIdentifier: { ...assignIdentifier, answer },
    undoAssignment: {
      ...undoAssignment,
      call: (crm) => crm.undoAssignment(assignmentId, { key: 'example-undo' }),
    },
  };
}

/** Dolibarr once more, by its definition: the same calls, exchanges and answers as the connector that is written for it. */
export const example: CrmExample = {
  ...dolibarrExample,
  steps: stepsByPaths(dolibarrExample.steps),
  settings: (baseUrl) => ({ baseUrl, region: 'GB', definition: JSON.stringify(definition) }),
};
