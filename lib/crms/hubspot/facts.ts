import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    hubspot: typeof facts;
  }
}

export const facts = {
  id: 'hubspot',
  tried: 'documents-only',
  form: [
    {
      key: 'credential',
      kind: 'secret',
    },
    regionField,
    {
      ...otherFieldsField,
      placeholder: 'telegram=telegram_name, other=client_id',
    },
  ],
} as const satisfies CrmFacts;
