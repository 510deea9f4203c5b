import type { CrmFormField } from '../crm.ts';

/** Of every connector; its value is of `regionSchema`. */
export const regionField = { key: 'region', kind: 'text', placeholder: 'FR' } as const satisfies CrmFormField;
