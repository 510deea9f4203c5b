import * as z from 'zod/mini';

/** A setting of every connector: the country (ISO 3166-1 alpha-2) in which the CRM's national numbers are read. */
export const regionSchema = z.string().check(
  z.trim(),
  z.overwrite((text) => text.toUpperCase()),
  z.regex(/^[A-Z]{2}$/),
);
