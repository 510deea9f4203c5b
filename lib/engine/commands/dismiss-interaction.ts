import * as z from 'zod/mini';
import { asking, done } from './command.ts';
import { key } from './command-values.ts';

/** Takes a finished interaction out of the rail. */
export const dismissInteraction = asking({
  schema: z.object({ type: z.literal('interaction.dismiss'), key }),
  ofNobody: true,
  run({ interactions }, asked) {
    interactions.dismiss(asked.key);
    return done;
  },
});
