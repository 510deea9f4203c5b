import type { CrmWords } from './crm-words.ts';

/** Job position, in English. */
export const dolibarrEnglish: CrmWords<'dolibarr'> = {
  about:
    'Dolibarr: its contacts, with the company they belong to; no disabled and no private ones; a third party where only it has a number. Extra fields are told to an administrator’s key only.',
  plan: 'One request: the digits of the national number with anything between them, in any of the three phone slots; e-mail addresses without letter case; other client IDs in the extra fields that are set for them. Where nobody has a number, one more asks which third party has, and one for its people.',
  form: {
    baseUrl: { hint: 'Of Dolibarr itself, without api/index.php.' },
    credential: {
      hint: 'In Dolibarr: the card of a user, Modify, Key for API, generate. An administrator first switches on the module “API/Web services (REST server)”.',
    },
    otherFields: {
      hint: 'Extra fields of contacts that hold what is neither a phone number nor an e-mail address. May be left empty.',
    },
  },
};
