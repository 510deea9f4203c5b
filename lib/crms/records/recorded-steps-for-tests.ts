import type { Crm } from '../crm.ts';
import type { CrmExample, CrmExchange } from '../crm-example-for-tests.ts';

type StepName = keyof CrmExample['steps'];

/** What a recording's file holds: for each step its exchanges and what the connector makes of them. */
export interface Recording {
  opening?: CrmExchange[];
  steps: Partial<Record<StepName, { exchanges: CrmExchange[]; answer: unknown }>>;
}

/** Joins recorded exchanges with the calls that made them. */
export function recordedSteps(
  { steps }: Recording,
  calls: Partial<Record<StepName, (crm: Crm) => Promise<unknown>>>,
): CrmExample['steps'] {
  const joined: CrmExample['steps'] = {};
  // Object.keys of a record of steps gives their names.
  for (const name of Object.keys(calls) as StepName[]) {
    const [call, recorded] = [calls[name], steps[name]];
    if (call && recorded) joined[name] = { call, ...recorded };
  }
  return joined;
}

/** The id that the recorded assignment answered, for the step that undoes it. */
export function recordedAssignmentId({ steps }: Recording): string {
  const answer = steps.assignIdentifier?.answer;
  return typeof answer === 'object' && answer !== null && 'assignmentId' in answer
    ? String(answer.assignmentId)
    : '';
}
