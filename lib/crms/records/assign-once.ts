import type { Contact } from '../../domain/contact/contact.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';
import type { AssignResult, Crm } from '../crm.ts';
import { encodeAssignment, type Place } from './assignment-id.ts';
import { fingerprint } from './fingerprint.ts';
import { carries, give, take } from './give-and-take.ts';
import { mustGet } from './must-get.ts';
import type { ReadRecord, RecordDriver } from './record-driver.ts';
import type { WriteMemory } from './write-memory.ts';

/** As many as the writes that a connection remembers. */
const mostAttempts = 50;

/**
 * Gives an identifier to a contact: `add` (`conflict` where others have it), `move`, or `keep`. The new owner gets it before
 * the former ones lose it: broken off half-way it is on both, which the next lookup shows, and the same again completes it.
 */
export function assignOnce<Raw>(driver: RecordDriver<Raw>, writes: WriteMemory): Crm['assignIdentifier'] {
  /** How contacts held their identifiers before the first attempt under a key. Customers' data: in no memory but this. */
  const attempts = new Map<string, Map<string, unknown>>();

  return async ({ contactId, identifier, mode }, { key, signal }): Promise<AssignResult> => {
    const target = await mustGet(driver, contactId, signal);
    const others = (await driver.find(identifier, signal)).filter(({ id }) => id !== target.contact.id);
    if (mode === 'add' && others.length > 0 && !carries(target.contact, identifier)) {
      throw new CrmError({ code: 'conflict', owners: others.map(({ id }) => id) });
    }
    // On a second attempt they have it no more, and the undo must give it back to them.
    const earlier = (await writes.recall(key))?.takenFrom ?? [];
    const owners = [...new Set([...earlier, ...others.map(({ id }) => id)])];
    await writes.note(key, { takenFrom: owners });
    const before = attempts.get(key) ?? new Map<string, unknown>();
    keepNewest(attempts, key, before, mostAttempts);
    const places: Place[] = [];

    async function changed(read: ReadRecord<Raw>, change: typeof give<Raw>): Promise<Contact> {
      const { contact } = read;
      const untouched = carries(contact, identifier) === (change === take<Raw>);
      if (driver.kept && untouched && !before.has(contact.id)) {
        before.set(contact.id, await driver.kept(read, signal));
      }
      const after = await change(driver, read, identifier, signal);
      if (driver.kept && before.has(contact.id)) {
        const print = fingerprint(await driver.kept(after, signal));
        places.push({ id: contact.id, before: before.get(contact.id), after: print });
      }
      return after.contact;
    }

    const contact = await changed(target, give);
    const former: Contact[] = [];
    for (const id of owners) {
      const owner = await mustGet(driver, id, signal);
      former.push(mode === 'move' ? await changed(owner, take) : owner.contact);
    }
    const taken = { former: mode === 'move' ? owners : [], ...(places.length > 0 && { places }) };
    return {
      assignmentId: encodeAssignment({ contactId: contact.id, identifier, ...taken }),
      contact,
      former,
    };
  };
}
