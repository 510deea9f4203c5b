import * as z from 'zod/mini';
import { asking, done } from './command.ts';
import { key } from './command-values.ts';

/** The reduced or the full view; remembered for this host's inbox (B2). */
export const toggleMode = asking({
  schema: z.object({ type: z.literal('interaction.mode'), key, mode: z.enum(['reduced', 'full']) }),
  ofNobody: true,
  run({ liveStore, interactions, onModeToggled }, { key, mode }) {
    const live = liveStore.patch(key, (one) => ({ ...one, mode }));
    if (live) onModeToggled(live.source.origin, interactions.inboxes.of(live.source), mode);
    return done;
  },
});
