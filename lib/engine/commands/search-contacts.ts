import * as z from 'zod/mini';
import { asking } from './command.ts';

/** By name, number or address. `cached` in the reply: the CRM did not answer, these are saved copies (A9). */
export const searchContacts = asking({
  schema: z.object({ type: z.literal('contact.search'), query: z.string().check(z.maxLength(200)) }),
  run: ({ reads }, { query }) => reads.search(query),
});
