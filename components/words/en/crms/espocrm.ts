import type { CrmWords } from './crm-words.ts';

/** EspoCRM, in English. */
export const espocrmEnglish: CrmWords<'espocrm'> = {
  about: 'EspoCRM 7 and later: its contacts.',
  plan: 'One request finds who has the number, by its digits as people type them; a second round reads every hit whole, since lists lack second numbers.',
  form: {
    baseUrl: { hint: 'Of EspoCRM itself, without api/v1.' },
    credential: {
      hint: 'In EspoCRM: Administration, API Users, Create, with API Key. Its role must allow to read, create and edit contacts.',
    },
  },
};
