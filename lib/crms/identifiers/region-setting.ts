import * as z from 'zod/mini';
import type { CrmFormField } from '../crm.ts';

/** A setting of every connector: the country (ISO 3166-1 alpha-2) in which the CRM's national numbers are read. */
export const regionSchema = z.string().check(
  z.trim(),
  z.overwrite((text) => text.toUpperCase()),
  z.regex(/^[A-Z]{2}$/),
);

export const regionField: CrmFormField = {
  key: 'region',
  label: 'Region of national numbers',
  kind: 'text',
  placeholder: 'FR',
  hint: 'Two letters of the country in which numbers without a country code are read.',
};
