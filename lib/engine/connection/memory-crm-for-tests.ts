import type { AssignResult, Crm } from '../../crms/crm.ts';
import type { Contact, ContactChange, NewContact } from '../../domain/contact/contact.ts';
import { type Identifier, isAnswer, sameIdentifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { Workspace } from '../../domain/fields/workspace.ts';
import type { AssignMode } from '../../domain/interaction/live.ts';
import type { Found } from '../../domain/search/found.ts';

/** What a test may do around a call: wait, or throw. */
export type Gate = (call: string) => Promise<void> | void;

/**
 * A small CRM in memory for tests of the engine: same promises as a real one (idempotency keys, merges, conflicts), with
 * a gate before and after each call, so that a test decides when and how it answers.
 */
export class MemoryCrm implements Crm {
  readonly contacts = new Map<string, Contact>();
  readonly merged = new Map<string, string>();
  readonly calls: string[] = [];
  readonly effects: string[] = [];
  /** The idempotency keys that had an effect, in order. */
  readonly effectKeys: string[] = [];
  before: Gate = () => undefined;
  after: Gate = () => undefined;
  region = 'FR';
  readonly #answers = new Map<string, unknown>();
  readonly #undo = new Map<string, () => Contact[]>();
  #next = 1;

  add(id: string, name: string, ...identifiers: Contact['identifiers']): Contact {
    const contact: Contact = {
      id,
      name,
      kind: 'person',
      identifiers,
      fields: {},
      version: '1',
      updatedAt: '2026-01-01T00:00:00Z',
    };
    this.contacts.set(id, contact);
    return contact;
  }

  async session() {
    return { agent: { id: 'a1', name: 'Ana Duarte' } };
  }

  workspace(): Promise<Workspace> {
    return this.#call('workspace', () => ({
      name: 'Test',
      region: this.region,
      campaigns: [],
      fields: [],
      sections: [],
    }));
  }

  getContact(id: string): Promise<Contact | null> {
    return this.#call(`get ${id}`, () => this.contacts.get(this.merged.get(id) ?? id) ?? null);
  }

  findByIdentifier(identifier: Identifier): Promise<Contact[]> {
    return this.#call(`find ${identifier.value}`, () =>
      [...this.contacts.values()].filter((one) => one.identifiers.some((own) => isAnswer(own, identifier))),
    );
  }

  search(query: string): Promise<Found> {
    return this.#call(`search ${query}`, () => ({
      contacts: [...this.contacts.values()].filter(({ name }) => name.includes(query)),
    }));
  }

  createContact(contact: NewContact, { key }: { key: string }): Promise<Contact> {
    return this.#write('create', key, () =>
      this.#put({ ...this.add(`new-${this.#next++}`, contact.name), ...contact }),
    );
  }

  updateContact(
    id: string,
    change: ContactChange,
    version: string,
    { key }: { key: string },
  ): Promise<Contact> {
    return this.#write('update', key, () => {
      const contact = this.#known(id);
      if (contact.version !== version) throw new CrmError({ code: 'conflict', stale: true });
      return this.#put({
        ...contact,
        name: change.name ?? contact.name,
        identifiers: change.identifiers ?? contact.identifiers,
        fields: { ...contact.fields, ...change.fields },
        version: String(Number(version) + 1),
      });
    });
  }

  assignIdentifier(
    { contactId, identifier, mode }: { contactId: string; identifier: Identifier; mode: AssignMode },
    { key }: { key: string },
  ): Promise<AssignResult> {
    return this.#write('assign', key, () => {
      const owners = [...this.contacts.values()].filter(
        (one) => one.id !== contactId && one.identifiers.some((own) => sameIdentifier(own, identifier)),
      );
      if (mode === 'add' && owners.length > 0)
        throw new CrmError({ code: 'conflict', owners: owners.map(({ id }) => id) });
      const before = structuredClone([this.#known(contactId), ...owners]);
      const former = owners.map((one) =>
        mode === 'move'
          ? this.#put({
              ...one,
              identifiers: one.identifiers.filter((own) => !sameIdentifier(own, identifier)),
            })
          : one,
      );
      const contact = this.#known(contactId);
      const result = this.#put({ ...contact, identifiers: [...contact.identifiers, identifier] });
      this.#undo.set(key, () => before.map((one) => this.#put(one)));
      return { assignmentId: key, contact: result, former };
    });
  }

  undoAssignment(assignmentId: string, { key }: { key: string }): Promise<Contact[]> {
    return this.#write('undo', key, () => this.#undo.get(assignmentId)?.() ?? []);
  }

  /** Where the records of this CRM are opened; null where they have no pages. */
  recordsAt: string | null = null;

  recordUrl(id: string): string | null {
    return this.recordsAt === null ? null : `${this.recordsAt}${encodeURIComponent(id)}`;
  }

  #known(id: string): Contact {
    const contact = this.contacts.get(id);
    if (!contact) throw new CrmError({ code: 'not-found' });
    return contact;
  }

  #put(contact: Contact): Contact {
    this.contacts.set(contact.id, contact);
    return structuredClone(contact);
  }

  /** A write answers the same key as it did the first time, without a second effect. */
  #write<T>(what: string, key: string, effect: () => T): Promise<T> {
    return this.#call(what, () => {
      if (!this.#answers.has(key)) {
        this.#answers.set(key, effect());
        this.effects.push(what);
        this.effectKeys.push(key);
      }
      // The answer kept under a key is the one that this very call made.
      return structuredClone(this.#answers.get(key)) as T;
    });
  }

  async #call<T>(call: string, answer: () => T): Promise<T> {
    this.calls.push(call);
    await this.before(call);
    const result = structuredClone(answer());
    await this.after(call);
    return result;
  }
}
