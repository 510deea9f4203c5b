import * as z from 'zod/mini';
import { asking, done } from './command.ts';
import { key, writeId } from './command-values.ts';

/** Gives up a write that was not saved. */
export const discardWrite = asking({
  schema: z.object({ type: z.literal('write.discard'), key: z.nullable(key), writeId }),
  crm: ({ writeId }, { writer }) => writer.crmOf(writeId),
  run({ writer }, { writeId }) {
    writer.discard(writeId);
    return done;
  },
});
