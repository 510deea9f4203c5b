import type { CrmFacts } from '../crm.ts';
import { regionField } from '../form/region-field.ts';

export const facts: CrmFacts = {
  about: 'Tryton 6 with the module party: its parties.',
  tried: 'running product',
  words:
    'One request: parties with a contact mechanism whose number is E.164 or has the same digits in the same order, with all their mechanisms. A second only for a party that was merged into another.',
  form: [
    {
      key: 'baseUrl',
      label: 'Address',
      kind: 'url',
      placeholder: 'https://tryton.example.com',
      hint: 'Where trytond answers, with its port if there is one.',
    },
    {
      key: 'database',
      label: 'Database',
      kind: 'text',
      placeholder: 'company',
      hint: 'As in the log-in window of the Tryton client.',
    },
    {
      key: 'user',
      label: 'User name',
      kind: 'text',
      hint: 'Best a user of its own, made under Administration, Users, who may read, write and create parties.',
    },
    {
      key: 'credential',
      label: 'Password',
      kind: 'secret',
      hint: 'Of that user. Tryton has no keys for single programs here.',
    },
    regionField,
  ],
};
