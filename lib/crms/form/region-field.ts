import type { CrmFormField } from '../crm.ts';

/** Of every connector; its value is of `regionSchema`. */
export const regionField = { key: 'region', kind: 'country' } as const satisfies CrmFormField;
