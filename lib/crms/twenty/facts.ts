import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    twenty: typeof facts;
  }
}

export const facts = {
  id: 'twenty',
  tried: 'running-product',
  form: [
    {
      key: 'baseUrl',
      kind: 'url',
      placeholder: 'https://crm.example.com',
    },
    regionField,
    {
      key: 'oauthClientId',
      kind: 'text',
    },
    {
      key: 'credential',
      kind: 'secret',
    },
    otherFieldsField,
  ],
} as const satisfies CrmFacts;
