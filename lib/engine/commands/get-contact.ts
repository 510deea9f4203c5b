import * as z from 'zod/mini';
import { crmOfRef } from '../../domain/contact/contact-ref.ts';
import { asking } from './command.ts';
import { contactId } from './command-values.ts';

/** Opens a contact without an interaction. */
export const getContact = asking({
  schema: z.object({ type: z.literal('contact.get'), contactId }),
  crm: ({ contactId }) => crmOfRef(contactId),
  run: ({ reads }, { contactId }) => reads.get(contactId),
});
