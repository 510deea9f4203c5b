import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    zoho: typeof facts;
  }
}

export const facts = {
  id: 'zoho',
  tried: 'published-contract',
  form: [
    {
      key: 'baseUrl',
      kind: 'url',
      placeholder: 'https://www.zohoapis.eu',
    },
    {
      key: 'credential',
      kind: 'secret',
    },
    regionField,
    {
      ...otherFieldsField,
      placeholder: 'telegram=Telegram, other=Client_ID',
    },
  ],
} as const satisfies CrmFacts;
