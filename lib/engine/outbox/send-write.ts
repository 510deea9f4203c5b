import type { Crm } from '../../crms/crm.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import { contactLimits, limitContact } from '../../domain/contact/contact-limits.ts';
import { type Identifier, sameOrNone } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { Assignment } from '../../domain/interaction/live.ts';
import type { Desk } from '../live/desk.ts';
import type { WriteCommand } from '../live/write-command.ts';
import type { Lookups } from '../resolving/lookups.ts';
import type { Resolver } from '../resolving/resolver.ts';
import { spelledIdentifiers } from '../resolving/spelled-identifiers.ts';

export interface SendWriteParts {
  desk: Desk;
  lookups: Lookups;
  resolver: Resolver;
  region: () => string;
  now: () => number;
}

/** What the CRM answered, and what to show of it: only while the same person is signed in. `key`: as the interaction is called now. */
export interface Written {
  contact?: Contact;
  show(key: string | null): void;
}

/** Sends each kind of write, keeps what the CRM says to it, and says what that changes on screen. Throws CrmError. */
export class SendWrite {
  readonly #parts: SendWriteParts;

  constructor(parts: SendWriteParts) {
    this.#parts = parts;
  }

  /**
   * Asks the CRM at once: nothing lies between the caller's last look at who is signed in and this. `before`: the contact as it
   * was read last, where that is at hand.
   */
  send(crm: Crm, command: WriteCommand, before?: Contact): Promise<Written> {
    switch (command.type) {
      case 'contact.create':
        return this.#create(crm, command);
      case 'contact.update':
        return this.#update(crm, command, before);
      case 'identifier.assign':
        return this.#assign(crm, command);
      case 'assignment.undo':
        return this.#undo(crm, command);
    }
  }

  /** Somebody else was first: the agent must see what stands there now, and may then write over it. */
  async readAgain(crm: Crm, contactId: string): Promise<Written | undefined> {
    const contact = await this.#parts.lookups.byId(crm, contactId).catch(() => null);
    return contact ? { show: () => this.#refresh(contact) } : undefined;
  }

  async #create(crm: Crm, command: Extract<WriteCommand, { type: 'contact.create' }>): Promise<Written> {
    const { lookups, desk, resolver, region } = this.#parts;
    const identifier = this.#identifierOf(command.key);
    const { saved, wrote } = lookups.begin();
    const contact = saved(
      await crm.createContact(spelledIdentifiers(command.contact, { region: region() }), {
        key: command.writeId,
      }),
    );
    for (const { shared: _, display: __, country: ___, ...one } of contact.identifiers) wrote(one, [contact]);
    return {
      contact,
      show(key) {
        const live = key === null ? undefined : desk.get(key);
        // The call may have become somebody else's meanwhile: then the new contact is not shown for it.
        if (live && sameOrNone(live.identifier, identifier)) resolver.created(live.key, contact);
      },
    };
  }

  async #update(
    crm: Crm,
    command: Extract<WriteCommand, { type: 'contact.update' }>,
    before: Contact | undefined,
  ): Promise<Written> {
    const { contactId, change, version, writeId } = command;
    const { saved } = this.#parts.lookups.begin();
    const typed = spelledIdentifiers(change, { region: this.#parts.region(), before });
    const contact = saved(await crm.updateContact(contactId, typed, version, { key: writeId }));
    return { contact, show: () => this.#refresh(contact) };
  }

  async #assign(crm: Crm, command: Extract<WriteCommand, { type: 'identifier.assign' }>): Promise<Written> {
    const { desk, lookups, now } = this.#parts;
    const identifier = this.#identifierOf(command.key);
    const shown = desk.get(command.key)?.resolution;
    if (!identifier || shown?.status !== 'matched' || shown.contact.id !== command.contactId) {
      throw new CrmError({ code: 'not-found' });
    }
    const { contactId, mode, writeId } = command;
    const { saved, wrote } = lookups.begin();
    const result = await crm.assignIdentifier({ contactId, identifier, mode }, { key: writeId });
    const contact = saved(result.contact);
    const former = result.former.map(saved);
    const lost = mode === 'move' ? former.map(({ id }) => id) : [];
    wrote(identifier, [contact, ...(mode === 'keep' ? former : [])], lost);
    return {
      contact,
      show: (key) => {
        for (const one of [contact, ...former]) this.#refresh(one);
        this.#setAssignment(key, contactId, {
          status: 'done',
          identifier,
          assignmentId: result.assignmentId,
          mode,
          former: former.map(({ id, name }) => ({ id, name })),
          at: now(),
        });
      },
    };
  }

  async #undo(crm: Crm, command: Extract<WriteCommand, { type: 'assignment.undo' }>): Promise<Written> {
    const live = this.#parts.desk.get(command.key);
    const shown = live?.resolution.status === 'matched' ? live.resolution : undefined;
    const { saved, wrote } = this.#parts.lookups.begin();
    const touched = await crm.undoAssignment(command.assignmentId, { key: command.writeId });
    const contacts = touched.map(saved);
    const identifier = live?.identifier;
    const [assigned, ...former] = contacts;
    if (identifier) wrote(identifier, former, assigned ? [assigned.id] : []);
    return {
      show: (key) => {
        for (const contact of contacts) this.#refresh(contact);
        if (shown && identifier) this.#setAssignment(key, shown.contact.id, { status: 'undone', identifier });
      },
    };
  }

  /** A contact as it is now, wherever it is on screen. Its own new values are not marked as changed by others. */
  #refresh(contact: Contact): void {
    const { desk, now } = this.#parts;
    for (const live of desk.state.interactions) {
      const { resolution } = live;
      if (resolution.status === 'matched' && resolution.contact.id === contact.id) {
        const next = { ...resolution, contact, freshness: { from: 'crm' as const, at: now() } };
        desk.patch(live.key, (one) => ({ ...one, resolution: next }));
      }
    }
    const recent = desk.state.recent.map((one) =>
      one.contact.id === contact.id
        ? { ...one, contact: limitContact(contact, { whole: contactLimits.recent }) }
        : one,
    );
    desk.set({ recent });
  }

  #setAssignment(key: string | null, contactId: string, assignment: Assignment): void {
    if (key === null) return;
    this.#parts.desk.patch(key, (live) => {
      const { resolution } = live;
      if (resolution.status !== 'matched' || resolution.contact.id !== contactId) return live;
      return { ...live, resolution: { ...resolution, assignment } };
    });
  }

  #identifierOf(key: string | null): Identifier | undefined {
    return key === null ? undefined : this.#parts.desk.get(key)?.identifier;
  }
}
