/**
 * What may be wrong with a field's value: its code, and the sentence that stands for it where a CRM answers. The companion
 * server speaks these, and connectors let only these through, since a message of a CRM's own could hold a customer's data.
 * Nobody reads them: what agents see is `components/words/`.
 */
export const problemSentences = {
  required: 'Required field',
  'not-valid': 'Not valid',
  'stands-for-nobody': 'Stands for nobody',
  'not-a-field': 'Not a field of this workspace',
  'read-only': 'Cannot be changed',
  'not-text': 'Must be text',
  'too-long': 'Too long',
  'too-many': 'Too many',
  'not-a-number': 'Must be a number',
  'not-a-date': 'Must be a date',
  'not-a-date-time': 'Must be a date and time',
  'not-an-option': 'Choose one of the options',
  'not-among-options': 'Choose among the options',
  'not-yes-or-no': 'Must be yes or no',
  'not-https': 'Must be a web address',
  'not-an-email': 'Must be an e-mail address',
  'not-a-phone': 'Must be a phone number',
  'not-a-list': 'Must be a list',
} as const;

export type FieldProblemCode = keyof typeof problemSentences;
export type ProblemSentence = (typeof problemSentences)[FieldProblemCode];

/** The code of a sentence; `not-valid` for one that is none of ours. */
export function codeOfSentence(sentence: string): FieldProblemCode {
  const found = Object.entries(problemSentences).find(([, one]) => one === sentence);
  // The keys are the codes.
  return (found?.[0] ?? 'not-valid') as FieldProblemCode;
}
