import type { CrmWords } from './crm-words.ts';

/** City, in English. */
export const intercomEnglish: CrmWords<'intercom'> = {
  about: 'Intercom: its users and leads.',
  plan: 'One search: the number that contains the national digits or is spelled as people type it; the e-mail address; the attributes that are set for other client IDs.',
  form: {
    baseUrl: {
      label: 'API address',
      hint: 'Of the region that your workspace is in: api.intercom.io, api.eu.intercom.io or api.au.intercom.io.',
    },
    credential: {
      hint: 'The access token of an app of your own. In Intercom’s Developer Hub: New app, Authentication. The app stays your own and need not be published.',
    },
    otherFields: {
      hint: 'Attributes that hold what is neither a phone number nor an e-mail address: custom ones by name, or external_id. May be left empty.',
    },
  },
};
