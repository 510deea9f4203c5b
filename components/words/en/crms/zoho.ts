import type { CrmWords } from './crm-words.ts';

/** Zoho CRM, in English. */
export const zohoEnglish: CrmWords<'zoho'> = {
  about: 'Zoho CRM: its contacts.',
  plan: "One query for the number as people type it, in every phone field; where that finds nobody, Zoho's own search by phone. E-mail addresses and other client IDs: one request.",
  form: {
    baseUrl: {
      label: 'API address',
      hint: 'Of the region that your organisation is in: zohoapis.com, .eu, .in, .com.au, .jp, .ca, .sa, .uk or .com.cn.',
    },
    credential: {
      label: 'Access token',
      hint: 'OAuth, with the scopes ZohoCRM.modules.contacts.ALL, ZohoCRM.settings.fields.READ, ZohoCRM.users.READ, ZohoCRM.coql.READ and ZohoSearch.securesearch.READ. It lasts an hour.',
    },
    otherFields: {
      hint: 'API names of single-line fields that hold what is neither a phone number nor an e-mail address. May be left empty.',
    },
  },
};
