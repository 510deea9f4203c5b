/**
 * What a CRM may say is wrong with a field, in our own words. The companion server speaks these; a connector lets only
 * these through, since a message of the CRM's own could hold a customer's data.
 */
export const fieldProblems = [
  'Required field',
  'Not valid',
  'Stands for nobody',
  'Not a field of this workspace',
  'Cannot be changed',
  'Must be text',
  'Too long',
  'Must be a number',
  'Must be a date',
  'Must be a date and time',
  'Choose one of the options',
  'Choose among the options',
  'Must be yes or no',
  'Must be a web address',
  'Must be an e-mail address',
  'Must be a phone number',
  'Must be a list',
] as const;
export type FieldProblem = (typeof fieldProblems)[number];
