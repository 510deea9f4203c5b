import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

export const facts: CrmFacts = {
  about: 'Odoo 14 and later: its partners, persons and companies.',
  tried: 'running product',
  words:
    'One request: by the number that Odoo normalised, or by the national digits of any number. A second one for the country of the company of a person who names none. A new connection first asks who it is and which fields there are.',
  form: [
    {
      key: 'baseUrl',
      label: 'Address',
      kind: 'url',
      placeholder: 'https://company.odoo.com',
      hint: 'What the browser shows up to the first single slash.',
    },
    {
      key: 'database',
      label: 'Database',
      kind: 'text',
      placeholder: 'company',
      hint: 'At odoo.com the first part of the address; on your own server what its log-in page or administrator says.',
    },
    {
      key: 'user',
      label: 'User name',
      kind: 'text',
      hint: 'What you type to log in, often an e-mail address.',
    },
    {
      key: 'credential',
      label: 'API key',
      kind: 'secret',
      hint: 'In Odoo, as that user: My Profile (or Preferences), Account Security, New API Key. Odoo shows it once.',
    },
    regionField,
    otherFieldsField,
  ],
};
