import * as z from 'zod/mini';
import { crmOfRef } from '../../domain/contact/contact-ref.ts';
import { sourcesOf } from '../../domain/interaction/join-answers.ts';
import { asking, done } from './command.ts';
import { contactId, key } from './command-values.ts';

/** *Not this person*, in no CRM: never shown again for this interaction. */
export const rejectContact = asking({
  schema: z.object({ type: z.literal('contact.reject'), key, contactId }),
  crm: ({ contactId }) => crmOfRef(contactId),
  async run({ liveStore, resolver }, { key, contactId }) {
    const live = liveStore.patch(key, (one) => ({
      ...one,
      rejected: [...new Set([...one.rejected, ...sourcesOf(one, contactId)])],
    }));
    if (live) await resolver.afterReject(key);
    return done;
  },
});
