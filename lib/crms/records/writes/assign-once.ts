import { CrmError } from '../../../domain/crm/crm-error.ts';
import { keepNewest } from '../../../domain/text/keep-newest.ts';
import type { AssignResult, Crm } from '../../crm.ts';
import type { Pace } from '../../pace.ts';
import { encodeAssignment, type Place } from '../assignment-id.ts';
import { fingerprint } from '../fingerprint.ts';
import { mustGet } from '../must-get.ts';
import type { RecordDriver } from '../record-driver.ts';
import { carries } from './carries.ts';
import { type FreshRecord, IdentifierWrites } from './identifier-writes.ts';
import type { WriteMemory } from './write-memory.ts';

/** As many as the writes that a connection remembers. */
const mostAttempts = 50;

/**
 * Gives an identifier to a contact: `add` (`conflict` where others have it), `move`, or `keep`. The new owner gets it before
 * the former ones lose it: broken off half-way it is on both, which the next lookup shows, and the same again completes it.
 */
export function assignOnce<Raw>(
  driver: RecordDriver<Raw>,
  writes: WriteMemory,
  pace: Pace,
): Crm['assignIdentifier'] {
  /** How contacts held their identifiers before the first attempt under a key. Customers' data: in no memory but this. */
  const attempts = new Map<string, Map<string, unknown>>();

  return async ({ contactId, identifier, mode }, { key, signal, remark }): Promise<AssignResult> => {
    const found = await driver.find(identifier, signal);
    const changes = new IdentifierWrites(driver, pace, signal);
    // Read last: what lies between this and the write is when others can be overlooked.
    const target = await changes.fresh(contactId);
    const { contact } = target.read;
    const others = found.filter(({ id }) => id !== contact.id);
    if (mode === 'add' && others.length > 0 && !carries(contact, identifier)) {
      throw new CrmError({ code: 'conflict', owners: others.map(({ id }) => id) });
    }
    // On a second attempt they have it no more, and the undo must give it back to them.
    const earlier = (await writes.recall(key))?.takenFrom ?? [];
    const owners = [...new Set([...earlier, ...others.map(({ id }) => id)])];
    await writes.note(key, { takenFrom: owners });
    const before = attempts.get(key) ?? new Map<string, unknown>();
    keepNewest(attempts, key, before, mostAttempts);
    const { kind, value, scope } = identifier;
    const bare = { kind, value, ...(scope !== undefined && { scope }) };

    async function change(from: FreshRecord<Raw>, has: boolean): Promise<void> {
      const { id } = from.read.contact;
      const untouched = carries(from.read.contact, identifier) !== has;
      if (driver.kept && untouched && !before.has(id)) before.set(id, await driver.kept(from.read, signal));
      await changes.write(from, has ? { give: [bare], take: [] } : { give: [], take: [bare] });
    }

    await change(target, true);
    if (mode === 'move' && owners.length > 0) {
      await changes.mustHave(contact.id);
      for (const id of owners) await change(await changes.fresh(id), false);
    }
    const written = await changes.settled();
    if (changes.slow) remark?.('slow');

    const places: Place[] = [];
    for (const [id, { after, alone }] of written) {
      // What another wrote meanwhile must outlive an undo of this.
      if (!driver.kept || !before.has(id) || !alone) continue;
      places.push({ id, before: before.get(id), after: fingerprint(await driver.kept(after, signal)) });
    }
    const former = [];
    for (const id of owners) {
      const after = written.get(id)?.after ?? (await mustGet(driver, id, signal));
      former.push(after.contact);
    }
    const taken = { former: mode === 'move' ? owners : [], ...(places.length > 0 && { places }) };
    return {
      assignmentId: encodeAssignment({ contactId: contact.id, identifier, ...taken }),
      contact: written.get(contact.id)?.after.contact ?? contact,
      former,
    };
  };
}
