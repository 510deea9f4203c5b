import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

export const facts: CrmFacts = {
  about: 'EspoCRM 7 and later: its contacts.',
  tried: 'running product',
  words:
    'One request finds who has the number, by its digits as people type them; a second round reads every hit whole, since lists lack second numbers.',
  form: [
    {
      key: 'baseUrl',
      label: 'Address',
      kind: 'url',
      placeholder: 'https://crm.example.com',
      hint: 'Of EspoCRM itself, without api/v1.',
    },
    {
      key: 'credential',
      label: 'API key',
      kind: 'secret',
      hint: 'In EspoCRM: Administration, API Users, Create, with API Key. Its role must allow to read, create and edit contacts.',
    },
    regionField,
    otherFieldsField,
  ],
};
