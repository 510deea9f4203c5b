import type { CrmFormField } from '../crm.ts';

/** Of every connector; its value is of `regionSchema`. */
export const regionField: CrmFormField = {
  key: 'region',
  label: 'Region of national numbers',
  kind: 'text',
  placeholder: 'FR',
  hint: 'Two letters of the country in which numbers without a country code are read.',
};
