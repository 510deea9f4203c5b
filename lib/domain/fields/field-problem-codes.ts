/**
 * What may be wrong with a field's value. The companion server answers these, and connectors let only these through, since
 * a message of a CRM's own could hold a customer's data. What people read is in `components/words/`.
 */
export const fieldProblemCodes = [
  'required',
  'not-valid',
  'stands-for-nobody',
  'not-a-field',
  'read-only',
  'taken',
  'not-text',
  'too-long',
  'too-many',
  'not-a-number',
  'not-a-date',
  'not-a-date-time',
  'not-an-option',
  'not-among-options',
  'not-yes-or-no',
  'not-https',
  'not-an-email',
  'not-a-phone',
  'not-a-list',
] as const;

export type FieldProblemCode = (typeof fieldProblemCodes)[number];

/** `not-valid` for what is none of ours. */
export function fieldProblemCode(said: string): FieldProblemCode {
  return fieldProblemCodes.find((code) => code === said) ?? 'not-valid';
}
