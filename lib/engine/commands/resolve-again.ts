import * as z from 'zod/mini';
import { asking, done } from './command.ts';
import { key } from './command-values.ts';

/** Looks for the contact once more. */
export const resolveAgain = asking({
  schema: z.object({ type: z.literal('resolve.again'), key }),
  run({ resolver }, asked) {
    resolver.start(asked.key, { asked: true });
    return done;
  },
});
