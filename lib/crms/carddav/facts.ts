import type { CrmFacts } from '../crm.ts';
import { regionField } from '../form/region-field.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    carddav: typeof facts;
  }
}

export const facts = {
  id: 'carddav',
  tried: 'running-product',
  form: [
    {
      key: 'baseUrl',
      kind: 'url',
      placeholder: 'https://dav.example.com/agent/contacts',
    },
    { key: 'user', kind: 'text' },
    {
      key: 'credential',
      kind: 'secret',
    },
    regionField,
  ],
} as const satisfies CrmFacts;
