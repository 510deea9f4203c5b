import * as z from 'zod/mini';
import { crmErrorCodes, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { OutboxEntry } from '../live/recovery-store.ts';
import type { WriteRequest } from '../live/write-request.ts';

/** Rows outlive the version that wrote them. */
const keptSchema = z.object({
  crm: z.string(),
  owner: z.string(),
  key: z.nullable(z.string()),
  command: z.unknown(),
  write: z.object({
    id: z.string(),
    kind: z.enum(['create', 'update', 'assign', 'undo']),
    status: z.enum(['saving', 'not-saved']),
    at: z.number(),
    about: z.optional(z.string()),
    whose: z.optional(z.string()),
    error: z.optional(z.looseObject({ code: z.enum(crmErrorCodes) })),
  }),
});

const outcomeUnknown: SafeCrmError = { code: 'unreachable' };

/**
 * A write as a former life of the browser left it on disk; undefined where it is not this owner's, or nothing that this
 * version can send. `read` checks the request. One that was under way may have been done: it is offered again under its
 * key, and not sent by itself.
 */
export function readKeptWrite(
  row: unknown,
  { crm, owner }: Pick<OutboxEntry, 'crm' | 'owner'>,
  read: (raw: unknown) => WriteRequest | undefined,
): OutboxEntry | undefined {
  const kept = keptSchema.safeParse(row);
  if (!kept.success || kept.data.owner !== owner || kept.data.crm !== crm) return undefined;
  const { key, write } = kept.data;
  const command = read(kept.data.command);
  if (command?.writeId !== write.id) return undefined;
  const { error = outcomeUnknown, status: _, about, whose, ...rest } = write;
  return {
    crm,
    owner,
    key,
    command,
    write: {
      ...rest,
      ...(about && { about }),
      ...(whose && { whose }),
      status: 'not-saved',
      error: error as SafeCrmError,
    },
  };
}
