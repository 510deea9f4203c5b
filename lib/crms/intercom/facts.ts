import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    intercom: typeof facts;
  }
}

export const facts = {
  id: 'intercom',
  tried: 'published-contract',
  form: [
    {
      key: 'baseUrl',
      kind: 'url',
      placeholder: 'https://api.intercom.io',
    },
    {
      key: 'credential',
      kind: 'secret',
    },
    regionField,
    {
      ...otherFieldsField,
      placeholder: 'telegram=telegram_name, other=external_id',
    },
  ],
} as const satisfies CrmFacts;
