import type { CrmFacts } from '../crm.ts';
import dolibarr from '../definitions/dolibarr.json?raw';
import minimal from '../definitions/minimal.json?raw';
import { regionField } from '../form/region-field.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    rest: typeof facts;
  }
}

export const facts = {
  id: 'rest',
  tried: 'recorded-exchanges',
  form: [
    {
      key: 'baseUrl',
      kind: 'url',
      placeholder: 'https://crm.example.com',
    },
    {
      key: 'user',
      kind: 'text',
    },
    { key: 'credential', kind: 'secret' },
    regionField,
    {
      key: 'definition',
      kind: 'definition',
      examples: [
        { id: 'minimal', text: minimal },
        { id: 'dolibarr', text: dolibarr },
      ],
    },
  ],
} as const satisfies CrmFacts;
