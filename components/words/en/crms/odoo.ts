import type { CrmWords } from './crm-words.ts';

/** Odoo, in English. */
export const odooEnglish: CrmWords<'odoo'> = {
  about: 'Odoo 14 and later: its partners, persons and companies, but for those that are archived.',
  plan: 'One request: by the number that Odoo normalised, or by the national digits of any number. A second one for the country of the company of a person who names none. Where only a company has the number, one more asks for its people. A new connection first asks who it is and which fields there are.',
  form: {
    baseUrl: { hint: 'What the browser shows up to the first single slash.' },
    database: {
      hint: 'At odoo.com the first part of the address; on your own server what its log-in page or administrator says.',
    },
    user: { hint: 'What you type to log in, often an e-mail address.' },
    credential: {
      hint: 'In Odoo, as that user: My Profile (or Preferences), Account Security, New API Key. Odoo shows it once.',
    },
  },
};
