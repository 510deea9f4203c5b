import * as z from 'zod/mini';
import { declined } from '../live/resolution-parts.ts';
import { asking, done } from './command.ts';
import { key } from './command-values.ts';

/** *Not now* to the offer to assign; an assignment that the CRM refused is not asked for any more either. */
export const declineIdentifier = asking({
  schema: z.object({ type: z.literal('identifier.decline'), key }),
  run({ liveStore, writer }, asked) {
    liveStore.patch(asked.key, declined);
    writer.discardRefused(asked.key);
    return done;
  },
});
