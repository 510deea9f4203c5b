import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

export const facts: CrmFacts = {
  about: 'Intercom: its users and leads.',
  tried: 'published contract',
  words:
    'One search: the number that contains the national digits or is spelled as people type it; the e-mail address; the attributes that are set for other client IDs.',
  form: [
    {
      key: 'baseUrl',
      label: 'API address',
      kind: 'url',
      placeholder: 'https://api.intercom.io',
      hint: 'Of the region that your workspace is in: api.intercom.io, api.eu.intercom.io or api.au.intercom.io.',
    },
    {
      key: 'credential',
      label: 'Access token',
      kind: 'secret',
      hint: 'In Intercom’s Developer Hub: New app, Authentication. The app stays your own and need not be published.',
    },
    regionField,
    {
      ...otherFieldsField,
      placeholder: 'telegram=telegram_name, other=external_id',
      hint: 'Attributes that hold what is neither a phone number nor an e-mail address: custom ones by name, or external_id. May be left empty.',
    },
  ],
};
