import * as z from 'zod/mini';
import { crmOfRef } from '../../domain/contact/contact-ref.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import { asking, done } from './command.ts';
import { contactId, key } from './command-values.ts';

/** *Not this person*: never shown again for this interaction. */
export const rejectContact = asking({
  schema: z.object({ type: z.literal('contact.reject'), key, contactId }),
  crm: ({ contactId }) => crmOfRef(contactId),
  async run({ desk, resolver }, { key, contactId }) {
    const live = desk.patch(key, (one) => ({
      ...one,
      rejected: [...new Set([...one.rejected, contactId, ...samePersonOf(one, contactId)])],
    }));
    if (live) await resolver.afterReject(key);
    return done;
  },
});

/** Whoever is not this person is it in no other CRM either. */
function samePersonOf({ resolution }: LiveInteraction, contactId: string): string[] {
  if (resolution.status !== 'matched' || resolution.contact.id !== contactId) return [];
  return resolution.alsoIn ?? [];
}
