import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { decodeAssignment, type Place } from './assignment-id.ts';
import { fingerprint } from './fingerprint.ts';
import { carries, give, take } from './give-and-take.ts';
import { mustGet, type RecordDriver } from './record-writes.ts';

/**
 * Puts an identifier back to whom it was taken from: into the place, and in the spelling, that it had there, where the CRM
 * told. Before anything is written it is made sure that all can be: `conflict` where the identifier has changed hands since,
 * `stale` where somebody else changed the identifiers of one of them. The same again does what is left to do.
 */
export async function undoOnce(
  driver: RecordDriver,
  assignmentId: string,
  signal?: AbortSignal,
): Promise<Contact[]> {
  const { contactId, identifier, former, places = [] } = decodeAssignment(assignmentId);
  const target = await mustGet(driver, contactId, signal);
  const owners: Contact[] = [];
  for (const id of former) owners.push(await mustGet(driver, id, signal));
  const placeOf = (contact: Contact) => places.find(({ id }) => id === contact.id);
  for (const one of [target, ...owners]) await refuseChanged(driver, one, placeOf(one), signal);
  if (former.length > 0 && ![target, ...owners].some((one) => carries(one, identifier))) {
    throw new CrmError({ code: 'conflict', owners: [] });
  }

  async function back(contact: Contact, has: boolean): Promise<Contact> {
    const place = placeOf(contact);
    if (place) return restored(driver, contact, { place, identifier, has, signal });
    return has ? give(driver, contact, identifier, signal) : take(driver, contact, identifier, signal);
  }
  const returned: Contact[] = [];
  for (const owner of owners) returned.push(await back(owner, true));
  return [await back(target, false), ...returned];
}

/** A contact whose identifiers are as the assignment left them, or already as they were before it, may be restored. */
async function refuseChanged(
  driver: RecordDriver,
  contact: Contact,
  place: Place | undefined,
  signal?: AbortSignal,
): Promise<void> {
  if (!place || !driver.kept) return;
  const now = await driver.kept(contact, signal);
  if (same(now, place.before) || fingerprint(now) === place.after) return;
  throw new CrmError({ code: 'conflict', stale: true });
}

async function restored(
  driver: RecordDriver,
  contact: Contact,
  {
    place,
    identifier,
    has,
    signal,
  }: { place: Place; identifier: Identifier; has: boolean; signal: AbortSignal | undefined },
): Promise<Contact> {
  if (same(await driver.kept?.(contact, signal), place.before)) return contact;
  await driver.patch(contact, { kept: place.before }, signal);
  const after = await mustGet(driver, contact.id, signal);
  if (carries(after, identifier) === has) return after;
  throw new CrmError({ code: 'not-supported', reason: 'not-taken' });
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
