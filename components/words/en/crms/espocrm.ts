import type { CrmWords } from './crm-words.ts';

/** EspoCRM, in English. */
export const espocrmEnglish: CrmWords<'espocrm'> = {
  about: 'EspoCRM 7 and later: its contacts; an account where only it has a number.',
  plan: 'One request finds who has the number, by its digits as people type them; a second round reads every hit whole, since lists lack second numbers. Where nobody has a number, one more asks which account has, and two read it and its people.',
  form: {
    baseUrl: { hint: 'Of EspoCRM itself, without api/v1.' },
    credential: {
      hint: 'In EspoCRM: Administration, API Users, Create, with API Key. Its role must allow to read, create and edit contacts, and to read accounts.',
    },
  },
};
