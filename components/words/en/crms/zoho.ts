import type { CrmWords } from './crm-words.ts';

/** Zoho CRM, in English. */
export const zohoEnglish: CrmWords<'zoho'> = {
  about: 'Zoho CRM: its contacts; an account where only it has a number.',
  plan: "One query for the number as people type it, in every phone field; where that finds nobody, Zoho's own search by phone. E-mail addresses and other client IDs: one request. Where nobody has a number, accounts are asked in the same way, and one more for the people of one that has it.",
  form: {
    baseUrl: {
      label: 'API address',
      hint: 'Of the region that your organisation is in: zohoapis.com, .eu, .in, .com.au, .jp, .ca, .sa, .uk or .com.cn.',
    },
    credential: {
      hint: 'An access token by OAuth, with the scopes ZohoCRM.modules.contacts.ALL, ZohoCRM.settings.fields.READ, ZohoCRM.users.READ, ZohoCRM.coql.READ and ZohoSearch.securesearch.READ, and ZohoCRM.modules.accounts.READ to find accounts by their numbers. It lasts an hour.',
    },
    otherFields: {
      hint: 'API names of single-line fields that hold what is neither a phone number nor an e-mail address. May be left empty.',
    },
  },
};
