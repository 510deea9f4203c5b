import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

export const facts: CrmFacts = {
  about: 'Dolibarr: its contacts, with the company they belong to.',
  tried: 'running product',
  words:
    'One request: the digits of the national number with anything between them, in any of the three phone slots; e-mail addresses without letter case; other client IDs in the extra fields that are set for them.',
  form: [
    {
      key: 'baseUrl',
      label: 'Address',
      kind: 'url',
      placeholder: 'https://erp.example.com/dolibarr',
      hint: 'Of Dolibarr itself, without api/index.php.',
    },
    {
      key: 'credential',
      label: 'API key',
      kind: 'secret',
      hint: 'In Dolibarr: the card of a user, Modify, Key for API, generate. An administrator first switches on the module “API/Web services (REST server)”.',
    },
    regionField,
    {
      ...otherFieldsField,
      placeholder: 'telegram=telegram, other=clientid',
      hint: 'Extra fields of contacts that hold what is neither a phone number nor an e-mail address. May be left empty.',
    },
  ],
};
