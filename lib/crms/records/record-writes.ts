import type { Contact, ContactChange, ContactIdentifier, NewContact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { tookEffect } from '../../domain/contact/took-effect.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { Crm, WriteOptions } from '../crm.ts';
import type { CrmMemory } from '../crm-memory.ts';
import { type Pace, realPace } from '../pace.ts';
import { isVersion } from './fine-version.ts';
import { mustGet } from './must-get.ts';
import type { RecordDriver } from './record-driver.ts';
import { assignOnce } from './writes/assign-once.ts';
import { carries } from './writes/carries.ts';
import { confirmed } from './writes/confirmed.ts';
import { createdBefore } from './writes/created-before.ts';
import { intentOf } from './writes/identifier-intent.ts';
import { IdentifierWrites } from './writes/identifier-writes.ts';
import { undoOnce } from './writes/undo-once.ts';
import { whatIsTaken } from './writes/what-is-taken.ts';
import { createWriteMemory } from './writes/write-memory.ts';

export type RecordWrites = Pick<
  Crm,
  'createContact' | 'updateContact' | 'assignIdentifier' | 'undoAssignment'
>;

/**
 * The writes of a CRM that knows no idempotency keys. Each first looks whether it took effect already, then writes only
 * what is missing, then reads back: `not-taken` where the CRM said yes and did not do it.
 */
export function recordWrites<Raw>(
  driver: RecordDriver<Raw>,
  memory?: CrmMemory,
  pace: Pace = realPace,
): RecordWrites {
  const writes = createWriteMemory(memory);
  const assign = assignOnce(driver, writes, pace);

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
    let id: string;
    try {
      id = await driver.insert(given, signal, key);
    } catch (error) {
      throw await whatIsTaken(driver, error, given.identifiers, signal);
    }
    await writes.note(key, { created: id });
    // It is there. Where the CRM made something else of a text, that can be told from the contact.
    return (await mustGet(driver, id, signal)).contact;
  }

  async function updateContact(
    id: string,
    change: ContactChange,
    version: string,
    { signal, remark }: WriteOptions,
  ): Promise<Contact> {
    const changes = new IdentifierWrites(driver, pace, signal);
    let now = await changes.fresh(id);
    if (tookEffect(now.read.contact, change)) return now.read.contact;
    const refuseStale = () => {
      if (!isVersion(now.read.contact.version, version))
        throw new CrmError({ code: 'conflict', stale: true });
    };
    refuseStale();
    const { identifiers = now.read.contact.identifiers, ...more } = change;
    const intent = intentOf(now.read.contact, identifiers);
    // What is there already may be of a kind that can be read and not written.
    refuseKinds(driver, intent.give);
    const owners: Contact[] = [];
    for (const identifier of intent.give) owners.push(...(await driver.find(identifier, signal)));
    const taken = takenBy(
      owners.filter((owner) => owner.id !== now.read.contact.id),
      intent.give,
    );
    if (taken.length > 0) throw new CrmError({ code: 'conflict', owners: taken });
    const { contact } = now.read;
    try {
      if (intent.give.length === 0 && intent.take.length === 0) {
        await driver.patch(now.read, more, signal);
        return confirmed(contact, (await mustGet(driver, contact.id, signal)).contact, change);
      }
      if (intent.give.length > 0) now = await changes.fresh(id);
      refuseStale();
      await changes.write(now, intent, more);
    } catch (error) {
      throw await whatIsTaken(driver, error, intent.give, signal);
    }
    const after = (await changes.settled()).get(contact.id)?.after.contact ?? contact;
    if (changes.slow) remark?.('slow');
    return confirmed(contact, after, more);
  }

  return {
    createContact,
    updateContact,
    async assignIdentifier(assignment, options) {
      refuseKinds(driver, [assignment.identifier]);
      return assign(assignment, options);
    },
    undoAssignment: (assignmentId, options) => undoOnce(driver, assignmentId, options, pace),
  };
}

/** The contacts that carry one of these and may not share it. */
function takenBy(owners: Contact[], identifiers: readonly ContactIdentifier[]): string[] {
  const alone = identifiers.filter(({ shared }) => !shared);
  return owners.filter((owner) => alone.some((one) => carries(owner, one))).map(({ id }) => id);
}

/** Before anything is sent. */
function refuseKinds<Raw>({ identifiers }: RecordDriver<Raw>, wanted: readonly Identifier[]): void {
  if (wanted.every(({ kind }) => identifiers.includes(kind))) return;
  throw new CrmError({ code: 'not-supported', reason: 'cannot-hold' });
}
