import * as z from 'zod/mini';
import { asking } from './command.ts';
import { contactId } from './command-values.ts';

/** Opens a contact without an interaction. */
export const getContact = asking({
  schema: z.object({ type: z.literal('contact.get'), contactId }),
  run: ({ reads }, { contactId }) => reads.get(contactId),
});
