import type { Contact, ContactIdentifier } from '../../domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { mustGet } from './must-get.ts';
import { patchWhole } from './patch-whole.ts';
import type { ReadRecord, RecordDriver } from './record-driver.ts';

/** The contact with the identifier, in a place that the connector chooses; nothing is written where it has it. */
export async function give<Raw>(
  driver: RecordDriver<Raw>,
  read: ReadRecord<Raw>,
  identifier: Identifier,
  signal?: AbortSignal,
): Promise<ReadRecord<Raw>> {
  const { contact } = read;
  if (carries(contact, identifier)) return read;
  return write(driver, read, [...contact.identifiers, bare(identifier)], signal);
}

/** The contact without the identifier. */
export async function take<Raw>(
  driver: RecordDriver<Raw>,
  read: ReadRecord<Raw>,
  identifier: Identifier,
  signal?: AbortSignal,
): Promise<ReadRecord<Raw>> {
  const { contact } = read;
  if (!carries(contact, identifier)) return read;
  const left = contact.identifiers.filter((one) => !sameIdentifier(one, identifier));
  return write(driver, read, left, signal);
}

async function write<Raw>(
  driver: RecordDriver<Raw>,
  read: ReadRecord<Raw>,
  identifiers: ContactIdentifier[],
  signal?: AbortSignal,
): Promise<ReadRecord<Raw>> {
  await patchWhole(driver, read, { identifiers }, signal);
  const after = await mustGet(driver, read.contact.id, signal);
  const taken = identifiers.length === after.contact.identifiers.length;
  if (taken && identifiers.every((one) => carries(after.contact, one))) return after;
  throw new CrmError({ code: 'not-supported', reason: 'not-taken' });
}

export function carries(contact: Contact, identifier: Identifier): boolean {
  return contact.identifiers.some((own) => sameIdentifier(own, identifier));
}

function bare({ kind, value, scope }: Identifier): ContactIdentifier {
  return { kind, value, ...(scope !== undefined && { scope }) };
}
