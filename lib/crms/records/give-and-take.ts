import type { Contact, ContactIdentifier } from '../../domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { mustGet, type RecordDriver } from './record-writes.ts';

/** The contact with the identifier, in a place that the connector chooses; nothing is written where it has it. */
export async function give(
  driver: RecordDriver,
  contact: Contact,
  identifier: Identifier,
  signal?: AbortSignal,
): Promise<Contact> {
  if (carries(contact, identifier)) return contact;
  return write(driver, contact, [...contact.identifiers, bare(identifier)], signal);
}

/** The contact without the identifier. */
export async function take(
  driver: RecordDriver,
  contact: Contact,
  identifier: Identifier,
  signal?: AbortSignal,
): Promise<Contact> {
  if (!carries(contact, identifier)) return contact;
  const left = contact.identifiers.filter((one) => !sameIdentifier(one, identifier));
  return write(driver, contact, left, signal);
}

async function write(
  driver: RecordDriver,
  contact: Contact,
  identifiers: ContactIdentifier[],
  signal?: AbortSignal,
): Promise<Contact> {
  await driver.patch(contact, { identifiers }, signal);
  const after = await mustGet(driver, contact.id, signal);
  const taken = identifiers.length === after.identifiers.length;
  if (taken && identifiers.every((one) => carries(after, one))) return after;
  throw new CrmError({ code: 'not-supported', reason: 'not-taken' });
}

export function carries(contact: Contact, identifier: Identifier): boolean {
  return contact.identifiers.some((own) => sameIdentifier(own, identifier));
}

function bare({ kind, value, scope }: Identifier): ContactIdentifier {
  return { kind, value, ...(scope !== undefined && { scope }) };
}
