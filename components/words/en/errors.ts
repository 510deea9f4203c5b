import type { FieldProblemCode } from '../../../lib/domain/fields/field-problem-codes.ts';
import { numberFormat } from '../language/formats.ts';

const again = 'Try again in a moment.';
const amount = (count: number): string => numberFormat().format(count);

/** What failed and what happens next, in English. Never the CRM's own text, never a customer datum. */
export const errorEnglish = {
  unreachable: (crm: string) => ({
    what: `${crm} does not answer`,
    next: 'Check the network, then try again.',
  }),
  timeout: (crm: string) => ({ what: `${crm} is too slow to answer`, next: again }),
  'signed-out': (crm: string) => ({ what: `Signed out of ${crm}`, next: 'Sign in to go on.' }),
  'not-allowed': (crm: string) => ({
    what: `${crm} does not allow this`,
    next: 'Ask your administrator for the permission.',
  }),
  'not-found': (crm: string) => ({
    what: `${crm} does not have this contact any more`,
    next: 'Search for the contact.',
  }),
  stale: (_crm: string) => ({
    what: 'Somebody else changed this contact',
    next: 'Look at the newer value first.',
  }),
  conflict: (_crm: string) => ({
    what: 'Another contact has this already',
    next: 'Search for that contact, or change it.',
  }),
  namesake: (crm: string) => ({
    what: `${crm} takes no second contact of this name`,
    next: 'Look whether it is the same person, or add to the name what tells them apart.',
  }),
  invalid: (crm: string) => ({
    what: `${crm} does not accept this`,
    next: 'Change what is marked, then save again.',
  }),
  'rate-limited': (crm: string) => ({ what: `${crm} is asked too often`, next: again }),
  'server-error': (crm: string) => ({ what: `${crm} has a problem of its own`, next: again }),
  redirected: (crm: string) => ({
    what: `${crm} sent us to another page`,
    next: 'Its address may have changed, or you are signed out.',
  }),
  'bad-reply': (crm: string) => ({
    what: `${crm} answered something unreadable`,
    next: 'Try again, or tell your administrator.',
  }),
  'not-supported': (crm: string) => ({ what: `${crm} cannot do this`, next: 'Do it in the CRM itself.' }),
  'no-slot': (crm: string) => ({
    what: `This contact has no free place in ${crm} for one more`,
    next: 'Remove one of those it has, then try again.',
  }),
  'cannot-hold': (crm: string) => ({
    what: `${crm} has no place for this kind of client ID`,
    next: 'Ask your administrator to choose a field for it.',
  }),
  'read-only': (crm: string) => ({
    what: `${crm} lets nobody change this`,
    next: 'Do it in the CRM itself.',
  }),
  'not-taken': (crm: string) => ({
    what: `${crm} accepted this and did not save it`,
    next: 'Look at the contact in the CRM.',
  }),
  'too-many': (crm: string) => ({
    what: `Too many contacts in ${crm} come into question to look at all of them`,
    next: 'Search for the contact by name.',
  }),
};

/** What is wrong with a value, for under its field, in English. */
export const problemEnglish = {
  required: 'Required field',
  'not-valid': 'Not valid',
  'stands-for-nobody': 'This stands for nobody: leave it empty where there is no number',
  'not-a-field': 'Not a field of this workspace',
  'read-only': 'Cannot be changed',
  taken: 'Another contact has this already',
  'not-text': 'Must be text',
  'too-long': 'Too long',
  'too-many': 'Too many',
  'not-a-number': 'A number, for example 4180.50',
  'not-a-date': 'A date, for example 2026-11-24',
  'not-a-date-time': 'A date and a time, for example 2026-11-24 09:30',
  'not-an-option': 'Choose one of the options',
  'not-among-options': 'Choose among the options',
  'not-yes-or-no': 'Must be yes or no',
  'not-https': 'An address that begins with https://',
  'not-an-email': 'An e-mail address looks like name@example.com',
  'not-a-phone': 'A phone number has digits, for example +44 20 7946 0123',
  'not-a-list': 'Must be a list',
} satisfies Record<FieldProblemCode, string>;

/** Where it is known how much there may be. */
export const limitEnglish = {
  'too-long': (most: number) => `Too long: ${amount(most)} characters at most`,
  'too-many': (most: number) => `Too many: ${amount(most)} at most`,
};
