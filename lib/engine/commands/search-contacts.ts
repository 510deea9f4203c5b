import * as z from 'zod/mini';
import { asking } from './command.ts';
import { crm } from './command-values.ts';

/** In one CRM, by name, number or address. The reply says how many fit, why each does, and what are saved copies (A9). */
export const searchContacts = asking({
  schema: z.object({ type: z.literal('contact.search'), crm, query: z.string().check(z.maxLength(200)) }),
  crm: (asked) => asked.crm,
  run: ({ reads }, { crm, query }) => reads.search(crm, query),
});
