import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

export const facts: CrmFacts = {
  about: 'Zoho CRM: its contacts.',
  tried: 'published contract',
  words:
    "One query for the number as people type it, in every phone field; where that finds nobody, Zoho's own search by phone. E-mail addresses and other client IDs: one request.",
  form: [
    {
      key: 'baseUrl',
      label: 'API address',
      kind: 'url',
      placeholder: 'https://www.zohoapis.eu',
      hint: 'Of the region that your organisation is in: zohoapis.com, .eu, .in, .com.au, .jp, .ca, .sa, .uk or .com.cn.',
    },
    {
      key: 'credential',
      label: 'Access token',
      kind: 'secret',
      hint: 'OAuth, with the scopes ZohoCRM.modules.contacts.ALL, ZohoCRM.settings.fields.READ, ZohoCRM.users.READ, ZohoCRM.coql.READ and ZohoSearch.securesearch.READ. It lasts an hour.',
    },
    regionField,
    {
      ...otherFieldsField,
      placeholder: 'telegram=Telegram, other=Client_ID',
      hint: 'API names of single-line fields that hold what is neither a phone number nor an e-mail address. May be left empty.',
    },
  ],
};
