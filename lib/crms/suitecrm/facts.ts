import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    suitecrm: typeof facts;
  }
}

export const facts = {
  id: 'suitecrm',
  tried: 'running-product',
  form: [
    {
      key: 'baseUrl',
      kind: 'url',
      placeholder: 'https://crm.example.com',
    },
    {
      key: 'oauthClientId',
      kind: 'text',
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
    otherFieldsField,
  ],
} as const satisfies CrmFacts;
