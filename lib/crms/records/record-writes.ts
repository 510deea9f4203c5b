import type { Contact, ContactChange, ContactIdentifier, NewContact } from '../../domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { Crm, WriteOptions } from '../crm.ts';
import type { CrmMemory } from '../crm-memory.ts';
import { assignOnce } from './assign-once.ts';
import { mustGet } from './must-get.ts';
import { patchWhole } from './patch-whole.ts';
import type { RecordDriver } from './record-driver.ts';
import { tookEffect } from './took-effect.ts';
import { undoOnce } from './undo-once.ts';
import { createWriteMemory } from './write-memory.ts';

export type RecordWrites = Pick<
  Crm,
  'createContact' | 'updateContact' | 'assignIdentifier' | 'undoAssignment'
>;

/**
 * The writes of a CRM that knows no idempotency keys. Each first looks whether it took effect already, then writes only
 * what is missing, then reads back: `not-taken` where the CRM said yes and did not do it.
 */
export function recordWrites<Raw>(driver: RecordDriver<Raw>, memory?: CrmMemory): RecordWrites {
  const writes = createWriteMemory(memory);
  const assign = assignOnce(driver, writes);

  async function createContact(given: NewContact, { key, signal }: WriteOptions): Promise<Contact> {
    refuseKinds(driver, given.identifiers);
    if (given.kind === 'company' && !driver.companies) throw new CrmError({ code: 'not-supported' });
    const owners = new Map<string, Contact>();
    for (const identifier of given.identifiers) {
      for (const one of await driver.find(identifier, signal)) owners.set(one.id, one);
    }
    const earlier = await writes.recall(key);
    const before = await createdBefore(driver, given, [...owners.values()], earlier?.created, signal);
    if (before) return before;
    const taken = takenBy([...owners.values()], given.identifiers);
    if (taken.length > 0) throw new CrmError({ code: 'conflict', owners: taken });
    const id = await driver.insert(given, signal, key);
    await writes.note(key, { created: id });
    const { contact } = await mustGet(driver, id, signal);
    return confirmed(contact, { name: given.name, identifiers: given.identifiers, fields: given.fields });
  }

  async function updateContact(
    id: string,
    change: ContactChange,
    version: string,
    { signal }: WriteOptions,
  ): Promise<Contact> {
    const read = await mustGet(driver, id, signal);
    const { contact } = read;
    if (tookEffect(contact, change)) return contact;
    if (contact.version !== version) throw new CrmError({ code: 'conflict', stale: true });
    const added = (change.identifiers ?? []).filter(
      (one) => !contact.identifiers.some((own) => sameIdentifier(own, one)),
    );
    // What is there already may be of a kind that can be read and not written.
    refuseKinds(driver, added);
    const owners: Contact[] = [];
    for (const identifier of added) owners.push(...(await driver.find(identifier, signal)));
    const taken = takenBy(
      owners.filter((owner) => owner.id !== contact.id),
      added,
    );
    if (taken.length > 0) throw new CrmError({ code: 'conflict', owners: taken });
    await patchWhole(driver, read, change, signal);
    return confirmed((await mustGet(driver, contact.id, signal)).contact, change);
  }

  return {
    createContact,
    updateContact,
    async assignIdentifier(assignment, options) {
      refuseKinds(driver, [assignment.identifier]);
      return assign(assignment, options);
    },
    undoAssignment: (assignmentId, { signal }) => undoOnce(driver, assignmentId, signal),
  };
}

/** What an earlier attempt made of the same: the same name, every identifier, every field. */
async function createdBefore<Raw>(
  driver: RecordDriver<Raw>,
  given: NewContact,
  owners: Contact[],
  earlier: string | undefined,
  signal?: AbortSignal,
): Promise<Contact | null> {
  if (earlier !== undefined) return (await driver.get(earlier, signal))?.contact ?? null;
  for (const owner of owners) {
    if (!tookEffect(owner, { name: given.name })) continue;
    // A list may hold less of a contact than the contact itself.
    const contact = (await driver.get(owner.id, signal))?.contact;
    const { name, fields } = given;
    if (contact && carriesAll(contact, given.identifiers) && tookEffect(contact, { name, fields })) {
      return contact;
    }
  }
  return null;
}

/** The contacts that carry one of these and may not share it. */
function takenBy(owners: Contact[], identifiers: ContactIdentifier[]): string[] {
  const alone = identifiers.filter(({ shared }) => !shared);
  return owners.filter((owner) => alone.some((one) => carriesAll(owner, [one]))).map(({ id }) => id);
}

function carriesAll(contact: Contact, identifiers: Identifier[]): boolean {
  return identifiers.every((one) => contact.identifiers.some((own) => sameIdentifier(own, one)));
}

/** Before anything is sent. */
function refuseKinds<Raw>({ identifiers }: RecordDriver<Raw>, wanted: Identifier[]): void {
  if (wanted.every(({ kind }) => identifiers.includes(kind))) return;
  throw new CrmError({ code: 'not-supported', reason: 'cannot-hold' });
}

/** A CRM's yes is not believed: what was read back must be what was written. */
function confirmed(contact: Contact, change: ContactChange): Contact {
  if (tookEffect(contact, change)) return contact;
  throw new CrmError({ code: 'not-supported', reason: 'not-taken' });
}
