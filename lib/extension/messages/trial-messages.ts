import * as z from 'zod/mini';
import { states } from '../../domain/host/host-event.ts';

const text = z.string().check(z.maxLength(2_048));
const count = z.int().check(z.minimum(0));

/** Content script → options page: what rules find in one document, whole each time. */
export const triedPageSchema = z.object({
  key: text,
  top: z.boolean(),
  address: text,
  rules: z.array(
    z.object({
      id: text,
      reading: z.enum(['reads', 'unseen', 'cannot-read', 'elsewhere']),
      version: z.optional(text),
      selectors: z
        .array(
          z.object({
            path: text,
            selector: text,
            known: z.boolean(),
            found: count,
            seen: count,
            texts: z.array(text).check(z.maxLength(8)),
          }),
        )
        .check(z.maxLength(2_000)),
      rows: z
        .array(
          z.object({
            state: z.enum(states),
            begins: z.boolean(),
            looked: z.boolean(),
            texts: z.record(text, text),
          }),
        )
        .check(z.maxLength(1_000)),
    }),
  ),
});
