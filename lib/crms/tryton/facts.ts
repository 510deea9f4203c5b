import type { CrmFacts } from '../crm.ts';
import { regionField } from '../form/region-field.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    tryton: typeof facts;
  }
}

export const facts = {
  id: 'tryton',
  tried: 'running-product',
  form: [
    {
      key: 'baseUrl',
      kind: 'url',
      placeholder: 'https://tryton.example.com',
    },
    {
      key: 'database',
      kind: 'text',
      placeholder: 'company',
    },
    {
      key: 'user',
      kind: 'text',
    },
    {
      key: 'credential',
      kind: 'secret',
    },
    regionField,
  ],
} as const satisfies CrmFacts;
