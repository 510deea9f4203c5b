import * as z from 'zod/mini';
import { asking } from './command.ts';
import { key, writeId } from './command-values.ts';

/** Sends a write that was not saved once more, under the same id. */
export const retryWrite = asking({
  schema: z.object({ type: z.literal('write.retry'), key: z.nullable(key), writeId }),
  crm: ({ writeId }, { writer }) => writer.crmOf(writeId),
  run: ({ writer }, { writeId }) => writer.retry(writeId),
});
