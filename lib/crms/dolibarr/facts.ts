import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    dolibarr: typeof facts;
  }
}

export const facts = {
  id: 'dolibarr',
  tried: 'running-product',
  form: [
    {
      key: 'baseUrl',
      kind: 'url',
      placeholder: 'https://erp.example.com/dolibarr',
    },
    {
      key: 'credential',
      kind: 'secret',
    },
    regionField,
    {
      ...otherFieldsField,
      placeholder: 'telegram=telegram, other=clientid',
    },
  ],
} as const satisfies CrmFacts;
