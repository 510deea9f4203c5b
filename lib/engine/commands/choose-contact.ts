import * as z from 'zod/mini';
import { crmOfRef } from '../../domain/contact/contact-ref.ts';
import { asking, type OneContact } from './command.ts';
import { contactId, key } from './command-values.ts';

/** The agent chose this contact: among candidates, in the search, or from another list. */
export const chooseContact = asking({
  schema: z.object({ type: z.literal('contact.choose'), key, contactId }),
  crm: ({ contactId }) => crmOfRef(contactId),
  async run({ resolver }, { key, contactId }) {
    const contact = await resolver.choose(key, contactId);
    const chosen: OneContact | null = contact && { ok: true, contact };
    return chosen ?? { ok: false, error: { code: 'not-found' } };
  },
});
