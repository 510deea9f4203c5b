import type { CrmFacts } from '../crm.ts';
import dolibarr from '../definitions/dolibarr.json?raw';
import minimal from '../definitions/minimal.json?raw';
import { regionField } from '../form/region-field.ts';

export const facts: CrmFacts = {
  tried: 'recorded exchanges',
  words:
    'What the definition says: one request a lookup, or a second one where the first finds nobody or its hits are to be read whole. A contact that was merged is read once more.',
  form: [
    {
      key: 'baseUrl',
      label: 'Address',
      kind: 'url',
      placeholder: 'https://crm.example.com',
      hint: 'What every path of the definition is below.',
    },
    {
      key: 'user',
      label: 'User name or client ID',
      kind: 'text',
      hint: 'For basic and OAuth 2 only. May be left empty otherwise.',
    },
    { key: 'credential', label: 'Key, password or client secret', kind: 'secret' },
    regionField,
    {
      key: 'definition',
      label: 'Definition',
      kind: 'definition',
      hint: 'What to ask and where the answers are, as JSON. What may stand in it is in crm-definitions.md of the documentation.',
      examples: [
        { label: 'The least that is needed', text: minimal },
        { label: 'Dolibarr', text: dolibarr },
      ],
    },
  ],
};
