import type { Contact } from '../../../domain/contact/contact.ts';
import { CrmError } from '../../../domain/crm/crm-error.ts';
import type { WriteOptions } from '../../crm.ts';
import type { Pace } from '../../pace.ts';
import { decodeAssignment, type Place } from '../assignment-id.ts';
import { fingerprint } from '../fingerprint.ts';
import type { ReadRecord, RecordDriver } from '../record-driver.ts';
import { carries } from './carries.ts';
import { type FreshRecord, IdentifierWrites } from './identifier-writes.ts';

/**
 * Puts an identifier back to whom it was taken from: into the place, and in the spelling, that it had there, where the CRM
 * told. Before anything is written it is made sure that all can be: `conflict` where the identifier has changed hands since,
 * `stale` where somebody else changed the identifiers of one of them. The same again does what is left to do.
 */
export async function undoOnce<Raw>(
  driver: RecordDriver<Raw>,
  assignmentId: string,
  { signal, remark }: Omit<WriteOptions, 'key'>,
  pace: Pace,
): Promise<Contact[]> {
  const { contactId, identifier, former, places = [] } = decodeAssignment(assignmentId);
  const changes = new IdentifierWrites(driver, pace, signal);
  const target = await changes.fresh(contactId);
  const owners: FreshRecord<Raw>[] = [];
  for (const id of former) owners.push(await changes.fresh(id));
  const placeOf = ({ contact }: ReadRecord<Raw>) => places.find(({ id }) => id === contact.id);
  for (const { read } of [target, ...owners]) await refuseChanged(driver, read, placeOf(read), signal);
  if (former.length > 0 && ![target, ...owners].some(({ read }) => carries(read.contact, identifier))) {
    throw new CrmError({ code: 'conflict', owners: [] });
  }

  async function back(from: FreshRecord<Raw>, has: boolean): Promise<void> {
    const place = placeOf(from.read);
    const intent = has ? { give: [identifier], take: [] } : { give: [], take: [identifier] };
    if (!place) await changes.write(from, intent);
    else if (!same(await driver.kept?.(from.read, signal), place.before)) {
      await changes.write(from, intent, { kept: place.before });
    }
  }
  for (const owner of owners) {
    await back(owner, true);
    await changes.mustHave(owner.read.contact.id);
  }
  await back(target, false);
  const written = await changes.settled();
  if (changes.slow) remark?.('slow');
  return [target, ...owners].map(({ read }) => (written.get(read.contact.id)?.after ?? read).contact);
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

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
