import * as z from 'zod/mini';
import { type Contact, contactSchema } from '../../domain/contact/contact.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { type ReadRow, readEach, readOne } from '../records/read-each.ts';

/** A contact as the server tells it: without a part of it, it is still somebody. */
const toldSchema = z.extend(z.partial(contactSchema), { id: contactSchema.shape.id });

export function contactsOf(told: readonly unknown[], report: ReportUnread | undefined): Contact[] {
  return readEach(toldSchema, told, { report }).map(contactOf);
}

export function contactOfReply(told: unknown, report: ReportUnread | undefined): Contact {
  return contactOf(readOne(toldSchema, told, { report }));
}

/** Identifiers are written as a whole list: where one was left out, they are not all here. */
function contactOf({ value, raw }: ReadRow<z.infer<typeof toldSchema>>): Contact {
  const { identifiers = [], lastInteraction } = value;
  const told = raw.identifiers;
  const all = Array.isArray(told) && told.length === identifiers.length;
  return {
    id: value.id,
    name: value.name ?? '',
    kind: value.kind ?? 'person',
    identifiers,
    fields: value.fields ?? {},
    version: value.version ?? '',
    updatedAt: value.updatedAt ?? '1970-01-01T00:00:00Z',
    ...(lastInteraction && { lastInteraction }),
    ...(!all && { cut: { identifiers: true, unread: true } }),
  };
}
