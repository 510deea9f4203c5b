import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    espocrm: typeof facts;
  }
}

export const facts = {
  id: 'espocrm',
  tried: 'running-product',
  form: [
    {
      key: 'baseUrl',
      kind: 'url',
      placeholder: 'https://crm.example.com',
    },
    {
      key: 'credential',
      kind: 'secret',
    },
    regionField,
    otherFieldsField,
  ],
} as const satisfies CrmFacts;
