import type { CrmWords } from './crm-words.ts';

/** City, in English. */
export const trytonEnglish: CrmWords<'tryton'> = {
  about: 'Tryton 6 with the module party: its parties.',
  plan: 'One request: parties with a contact mechanism whose number is E.164 or has the same digits in the same order, with all their mechanisms. A second only for a party that was merged into another.',
  form: {
    baseUrl: { hint: 'Where trytond answers, with its port if there is one.' },
    database: { hint: 'As in the log-in window of the Tryton client.' },
    user: {
      hint: 'Best a user of its own, made under Administration, Users, who may read, write and create parties.',
    },
    credential: { label: 'Password', hint: 'Of that user. Tryton has no keys for single programs here.' },
  },
};
