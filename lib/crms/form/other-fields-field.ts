import type { CrmFormField } from '../crm.ts';

/** Its value is of `otherFieldsSchema`. */
export const otherFieldsField = {
  key: 'otherFields',
  kind: 'text',
  placeholder: 'telegram=cTelegram, other=cClientId',
} as const satisfies CrmFormField;
