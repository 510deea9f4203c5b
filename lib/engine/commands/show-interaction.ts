import * as z from 'zod/mini';
import { asking, done } from './command.ts';
import { key } from './command-values.ts';

/** Brings an interaction to the front. */
export const showInteraction = asking({
  schema: z.object({ type: z.literal('interaction.show'), key }),
  ofNobody: true,
  run({ interactions }, asked) {
    interactions.fronts.show(asked.key);
    return done;
  },
});
