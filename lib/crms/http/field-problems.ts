import { type ProblemSentence, problemSentences } from '../../domain/fields/problem-sentences.ts';

/**
 * What a CRM may say is wrong with a field, in our own words. The companion server speaks these; a connector lets only
 * these through, since a message of the CRM's own could hold a customer's data.
 */
export const fieldProblems: readonly ProblemSentence[] = Object.values(problemSentences);
export type FieldProblem = ProblemSentence;
