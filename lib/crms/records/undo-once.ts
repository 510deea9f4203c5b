import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { decodeAssignment, type Place } from './assignment-id.ts';
import { fingerprint } from './fingerprint.ts';
import { carries, give, take } from './give-and-take.ts';
import { mustGet } from './must-get.ts';
import { patchWhole } from './patch-whole.ts';
import type { ReadRecord, RecordDriver } from './record-driver.ts';

/**
 * Puts an identifier back to whom it was taken from: into the place, and in the spelling, that it had there, where the CRM
 * told. Before anything is written it is made sure that all can be: `conflict` where the identifier has changed hands since,
 * `stale` where somebody else changed the identifiers of one of them. The same again does what is left to do.
 */
export async function undoOnce<Raw>(
  driver: RecordDriver<Raw>,
  assignmentId: string,
  signal?: AbortSignal,
): Promise<Contact[]> {
  const { contactId, identifier, former, places = [] } = decodeAssignment(assignmentId);
  const target = await mustGet(driver, contactId, signal);
  const owners: ReadRecord<Raw>[] = [];
  for (const id of former) owners.push(await mustGet(driver, id, signal));
  const placeOf = ({ contact }: ReadRecord<Raw>) => places.find(({ id }) => id === contact.id);
  for (const one of [target, ...owners]) await refuseChanged(driver, one, placeOf(one), signal);
  if (former.length > 0 && ![target, ...owners].some(({ contact }) => carries(contact, identifier))) {
    throw new CrmError({ code: 'conflict', owners: [] });
  }

  async function back(read: ReadRecord<Raw>, has: boolean): Promise<Contact> {
    const place = placeOf(read);
    const change = has ? give<Raw> : take<Raw>;
    const after = place
      ? await restored(driver, read, { place, identifier, has, signal })
      : await change(driver, read, identifier, signal);
    return after.contact;
  }
  const returned: Contact[] = [];
  for (const owner of owners) returned.push(await back(owner, true));
  return [await back(target, false), ...returned];
}

/** A contact whose identifiers are as the assignment left them, or already as they were before it, may be restored. */
async function refuseChanged<Raw>(
  driver: RecordDriver<Raw>,
  read: ReadRecord<Raw>,
  place: Place | undefined,
  signal?: AbortSignal,
): Promise<void> {
  if (!place || !driver.kept) return;
  const now = await driver.kept(read, signal);
  if (same(now, place.before) || fingerprint(now) === place.after) return;
  throw new CrmError({ code: 'conflict', stale: true });
}

async function restored<Raw>(
  driver: RecordDriver<Raw>,
  read: ReadRecord<Raw>,
  {
    place,
    identifier,
    has,
    signal,
  }: { place: Place; identifier: Identifier; has: boolean; signal: AbortSignal | undefined },
): Promise<ReadRecord<Raw>> {
  if (same(await driver.kept?.(read, signal), place.before)) return read;
  await patchWhole(driver, read, { kept: place.before }, signal);
  const after = await mustGet(driver, read.contact.id, signal);
  if (carries(after.contact, identifier) === has) return after;
  throw new CrmError({ code: 'not-supported', reason: 'not-taken' });
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
