import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    odoo: typeof facts;
  }
}

export const facts = {
  id: 'odoo',
  tried: 'running-product',
  form: [
    {
      key: 'baseUrl',
      kind: 'url',
      placeholder: 'https://company.odoo.com',
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
    otherFieldsField,
  ],
} as const satisfies CrmFacts;
