import * as z from 'zod/mini';
import { asking, done } from './command.ts';
import { contactId, key } from './command-values.ts';

/** *Not this person*: never shown again for this interaction. */
export const rejectContact = asking({
  schema: z.object({ type: z.literal('contact.reject'), key, contactId }),
  async run({ desk, resolver }, { key, contactId }) {
    const live = desk.patch(key, (one) => ({
      ...one,
      rejected: [...new Set([...one.rejected, contactId])],
    }));
    if (live) await resolver.afterReject(key);
    return done;
  },
});
