import type { Contact, ContactIdentifier } from '../../domain/contact.ts';
import { CrmError } from '../../domain/crm-error.ts';
import { type Identifier, sameIdentifier } from '../../domain/identifier.ts';
import type { AssignResult, Crm } from '../crm.ts';
import { decodeAssignment, encodeAssignment } from './assignment-id.ts';
import { mustGet, type RecordDriver } from './record-writes.ts';
import type { WriteMemory } from './write-memory.ts';

/**
 * Gives an identifier to a contact: `add` (`conflict` where others have it), `move`, or `keep`. The new owner gets it before
 * the former ones lose it: broken off half-way it is on both, which the next lookup shows, and the same again completes it.
 */
export function assignOnce(driver: RecordDriver, writes: WriteMemory): Crm['assignIdentifier'] {
  return async ({ contactId, identifier, mode }, { key, signal }): Promise<AssignResult> => {
    const target = await mustGet(driver, contactId, signal);
    const others = (await driver.find(identifier, signal)).filter(({ id }) => id !== target.id);
    if (mode === 'add' && others.length > 0 && !carries(target, identifier)) {
      throw new CrmError({ code: 'conflict', owners: others.map(({ id }) => id) });
    }
    // On a second attempt they have it no more, and the undo must give it back to them.
    const before = (await writes.recall(key))?.takenFrom ?? [];
    const ids = [...new Set([...before, ...others.map(({ id }) => id)])];
    await writes.note(key, { takenFrom: ids });
    const contact = await give(driver, target, identifier, signal);
    const former: Contact[] = [];
    for (const id of ids) {
      const owner = await mustGet(driver, id, signal);
      former.push(mode === 'move' ? await take(driver, owner, identifier, signal) : owner);
    }
    const taken = mode === 'move' ? ids : [];
    return {
      assignmentId: encodeAssignment({ contactId: contact.id, identifier, former: taken }),
      contact,
      former,
    };
  };
}

/**
 * Puts an identifier back to whom it was taken from. `conflict` where it has changed hands since: neither its new owner nor
 * the former ones have it.
 */
export async function undoOnce(
  driver: RecordDriver,
  assignmentId: string,
  signal?: AbortSignal,
): Promise<Contact[]> {
  const { contactId, identifier, former } = decodeAssignment(assignmentId);
  const target = await mustGet(driver, contactId, signal);
  const owners: Contact[] = [];
  for (const id of former) owners.push(await mustGet(driver, id, signal));
  if (former.length > 0 && ![target, ...owners].some((one) => carries(one, identifier))) {
    throw new CrmError({ code: 'conflict', owners: [] });
  }
  const restored: Contact[] = [];
  for (const owner of owners) restored.push(await give(driver, owner, identifier, signal));
  return [await take(driver, target, identifier, signal), ...restored];
}

async function give(
  driver: RecordDriver,
  contact: Contact,
  identifier: Identifier,
  signal?: AbortSignal,
): Promise<Contact> {
  if (carries(contact, identifier)) return contact;
  return write(driver, contact, [...contact.identifiers, bare(identifier)], signal);
}

async function take(
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

function carries(contact: Contact, identifier: Identifier): boolean {
  return contact.identifiers.some((own) => sameIdentifier(own, identifier));
}

function bare({ kind, value, scope }: Identifier): ContactIdentifier {
  return { kind, value, ...(scope !== undefined && { scope }) };
}
