import * as z from 'zod/mini';
import { contactChangeSchema } from '../../domain/contact/contact.ts';
import { contactRef } from '../../domain/contact/contact-ref.ts';
import { identifierSchema } from '../../domain/contact/identifier-schema.ts';
import { crmErrorCodes } from '../../domain/crm/crm-error.ts';
import type { OutboxEntry } from '../live/recovery-store.ts';
import type { WriteRequest } from '../live/write-request.ts';

const meantSchema = z.object({
  identifier: z.optional(identifierSchema),
  chosen: z.optional(z.string()),
});

/** Rows outlive the version that wrote them. */
const keptSchema = z.object({
  /** Absent where it was written when there was one CRM only: it is of the one where its owner is. */
  crm: z.optional(z.string()),
  owner: z.string(),
  key: z.nullable(z.string()),
  command: z.unknown(),
  write: z.object({
    id: z.string(),
    kind: z.enum(['create', 'update', 'assign', 'undo']),
    status: z.enum(['waiting', 'saving', 'not-saved']),
    at: z.number(),
    since: z.optional(z.number()),
    about: z.optional(z.string()),
    whose: z.optional(z.string()),
    error: z.optional(z.looseObject({ code: z.enum(crmErrorCodes) })),
    unknown: z.optional(z.literal(true)),
  }),
  sentAt: z.optional(z.number()),
  attempt: z.optional(z.number()),
  // Without these it can still be sent: they must not cost the row.
  meant: z.catch(z.optional(meantSchema), undefined),
  before: z.catch(z.optional(z.extend(contactChangeSchema, { version: z.string() })), undefined),
});

/**
 * A write as a former life of the browser left it on disk; undefined where it is not this owner's, or nothing that this
 * version can send. `read` checks the request. One that was on its way waits to be sent again under its key: the CRM may
 * have done it.
 */
export function readKeptWrite(
  row: unknown,
  { crm, owner }: Pick<OutboxEntry, 'crm' | 'owner'>,
  read: (raw: unknown) => WriteRequest | undefined,
): OutboxEntry | undefined {
  const kept = keptSchema.safeParse(row);
  if (!kept.success || kept.data.owner !== owner || (kept.data.crm ?? crm) !== crm) return undefined;
  const isFormer = kept.data.crm === undefined;
  const { command: raw, write, meant, ...rest } = kept.data;
  const command = read(isFormer ? namingCrm(crm, raw) : raw);
  if (command?.writeId !== write.id) return undefined;
  const { status, at } = write;
  const waits = status !== 'not-saved';
  // Rows of the version that sent nothing by itself do not say whether it was sent.
  const sentAt = rest.sentAt ?? (status === 'saving' && write.since === undefined ? at : undefined);
  // What is undefined is left out, and codes are checked; what else was kept of an error is only shown.
  return defined({
    ...rest,
    crm,
    owner,
    meant: isFormer ? namingCrm(crm, meant) : meant,
    sentAt,
    command,
    write: defined({ ...write, status: waits ? 'waiting' : 'not-saved' }),
  }) as OutboxEntry;
}

/** With the connection in each of its ids, as they are written now. */
function namingCrm(crm: string, former: unknown): unknown {
  if (typeof former !== 'object' || former === null) return former;
  const ids = new Set(['contactId', 'assignmentId', 'chosen']);
  const named = Object.entries(former).map(([name, value]) => [
    name,
    ids.has(name) && typeof value === 'string' ? contactRef(crm, value) : value,
  ]);
  return { ...Object.fromEntries(named), crm };
}

function defined<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row; // Its own members.
}
