import * as z from 'zod/mini';
import { asking, done } from './command.ts';
import { key } from './command-values.ts';

/** Keeps an interaction in front whatever the host looks at, or lets go of it. */
export const pinInteraction = asking({
  schema: z.object({ type: z.literal('interaction.pin'), key, pinned: z.boolean() }),
  ofNobody: true,
  run({ interactions }, asked) {
    interactions.fronts.pin(asked.key, asked.pinned);
    return done;
  },
});
