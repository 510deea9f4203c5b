import type { FieldProblem } from '../../lib/domain/fields/field-problem.ts';

/** What is wrong with a value, in words for under its field. */
export function problemWords({ code, most }: FieldProblem): string {
  switch (code) {
    case 'required':
      return 'Required field';
    case 'not-valid':
      return 'Not valid';
    case 'stands-for-nobody':
      return 'This stands for nobody: leave it empty where there is no number';
    case 'not-a-field':
      return 'Not a field of this workspace';
    case 'read-only':
      return 'Cannot be changed';
    case 'not-text':
      return 'Must be text';
    case 'too-long':
      return most === undefined ? 'Too long' : `Too long: ${most.toLocaleString('en')} characters at most`;
    case 'too-many':
      return most === undefined ? 'Too many' : `Too many: ${most.toLocaleString('en')} at most`;
    case 'not-a-number':
      return 'A number, for example 4180.50';
    case 'not-a-date':
      return 'A date, for example 2026-11-24';
    case 'not-a-date-time':
      return 'A date and a time, for example 2026-11-24 09:30';
    case 'not-an-option':
      return 'Choose one of the options';
    case 'not-among-options':
      return 'Choose among the options';
    case 'not-yes-or-no':
      return 'Must be yes or no';
    case 'not-https':
      return 'An address that begins with https://';
    case 'not-an-email':
      return 'An e-mail address looks like name@example.com';
    case 'not-a-phone':
      return 'A phone number has digits, for example +44 20 7946 0123';
    case 'not-a-list':
      return 'Must be a list';
  }
}
