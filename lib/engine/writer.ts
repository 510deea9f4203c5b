import type { Crm } from '../crms/crm.ts';
import type { Contact } from '../domain/contact.ts';
import type { CrmCapabilities } from '../domain/crm-capabilities.ts';
import { CrmError, type SafeCrmError } from '../domain/crm-error.ts';
import { type Identifier, sameOrNone } from '../domain/identifier.ts';
import type { Assignment, Write } from '../domain/live.ts';
import type { CommandReply } from '../domain/view-state.ts';
import { beyondCapabilities } from './beyond-capabilities.ts';
import type { ContactCache } from './contact-cache.ts';
import type { Desk } from './desk.ts';
import type { DraftStore } from './draft-store.ts';
import type { Lookups } from './lookups.ts';
import type { Resolver } from './resolver.ts';
import { spelledIdentifiers } from './spelled-identifiers.ts';
import { aboutOf, isWrite, kindOf, type WriteCommand } from './write-command.ts';

export interface WriterParts {
  desk: Desk;
  drafts: DraftStore;
  cache: ContactCache;
  lookups: Lookups;
  resolver: Resolver;
  crm: () => Crm | undefined;
  capabilities: () => CrmCapabilities;
  region: () => string;
  now: () => number;
  onSignedOut: () => void;
}

/** Form name of the draft that a create takes its values from. */
export const newContactForm = 'new-contact';
const keptSaved = 5;

/**
 * Sends what an agent asked for, under the agent's idempotency key: the same click again, from whichever view or life of
 * the worker, never writes twice. What does not succeed stays as *not saved* with its request, ready to be tried again.
 */
export class Writer {
  readonly #parts: WriterParts;
  readonly #underWay = new Map<string, Promise<CommandReply>>();

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /** A killed worker's writes under way have an unknown outcome: they are offered again, which is safe under their key. */
  recover(): void {
    for (const live of this.#parts.desk.state.interactions) {
      if (!live.writes.some(({ status }) => status === 'saving')) continue;
      const writes = live.writes.map(
        (write): Write =>
          write.status === 'saving'
            ? { ...write, status: 'not-saved', error: { code: 'unreachable' } }
            : write,
      );
      this.#parts.desk.patch(live.key, (one) => ({ ...one, writes }));
    }
  }

  write(command: WriteCommand): Promise<CommandReply> {
    const running = this.#underWay.get(command.writeId);
    if (running) return running;
    const attempt = this.#attempt(command).finally(() => this.#underWay.delete(command.writeId));
    this.#underWay.set(command.writeId, attempt);
    return attempt;
  }

  retry(writeId: string): Promise<CommandReply> {
    const request = this.#parts.desk.requests[writeId];
    if (request === undefined || !isWrite(request)) return Promise.resolve(failed({ code: 'not-found' }));
    return this.write(request);
  }

  /** The agent gives it up. */
  discard(key: string, writeId: string): void {
    this.#parts.desk.setRequest(writeId, undefined);
    this.#parts.desk.patch(key, (live) => ({
      ...live,
      writes: live.writes.filter(({ id }) => id !== writeId),
    }));
  }

  async #attempt(command: WriteCommand): Promise<CommandReply> {
    const { desk, now } = this.#parts;
    const crm = this.#parts.crm();
    const done =
      command.key !== null && desk.get(command.key)?.writes.find(({ id }) => id === command.writeId);
    if (done && done.status === 'saved') return { ok: true };
    this.#mark(command, { status: 'saving', at: now() });
    desk.setRequest(command.writeId, command);
    // The request outlives the worker before it leaves it.
    await desk.flushed();
    try {
      if (!crm) throw new CrmError({ code: 'signed-out' });
      const beyond = beyondCapabilities(command, await this.#known(command));
      if (beyond) throw new CrmError(beyond);
      const reply = await this.#send(crm, command);
      desk.setRequest(command.writeId, undefined);
      this.#mark(command, { status: 'saved', at: now() });
      await desk.flushed();
      return reply;
    } catch (cause) {
      const error: SafeCrmError = cause instanceof CrmError ? cause.safe : { code: 'bad-reply' };
      this.#mark(command, { status: 'not-saved', at: now(), error });
      if (error.code === 'signed-out') this.#parts.onSignedOut();
      return failed(error);
    }
  }

  /** What it takes to say whether the CRM can do this at all: a view is not to be trusted with it. */
  async #known(command: WriteCommand) {
    const live = command.key === null ? undefined : this.#parts.desk.get(command.key);
    const capabilities = this.#parts.capabilities();
    const contact =
      command.type === 'contact.update'
        ? (await this.#parts.cache.getContact(command.contactId))?.contact
        : undefined;
    return { capabilities, ...(live && { live }), ...(contact && { contact }) };
  }

  #send(crm: Crm, command: WriteCommand): Promise<CommandReply> {
    switch (command.type) {
      case 'contact.create':
        return this.#create(crm, command);
      case 'contact.update':
        return this.#update(crm, command);
      case 'identifier.assign':
        return this.#assign(crm, command);
      case 'assignment.undo':
        return this.#undo(crm, command);
    }
  }

  async #create(crm: Crm, command: Extract<WriteCommand, { type: 'contact.create' }>): Promise<CommandReply> {
    const identifier = this.#identifierOf(command.key);
    const { saved, wrote } = this.#parts.lookups.begin();
    const typed = spelledIdentifiers(command.contact, { region: this.#parts.region() });
    const contact = saved(await crm.createContact(typed, { key: command.writeId }));
    for (const { shared: _, display: __, country: ___, ...one } of contact.identifiers) wrote(one, [contact]);
    if (command.key === null) return { ok: true, contact };
    const live = this.#parts.desk.get(command.key);
    // The call may have become somebody else's meanwhile: then the new contact is not shown for it.
    if (live && sameOrNone(live.identifier, identifier)) {
      this.#parts.resolver.created(command.key, contact);
    }
    await this.#dropDraft(command.key, newContactForm);
    return { ok: true, contact };
  }

  async #update(crm: Crm, command: Extract<WriteCommand, { type: 'contact.update' }>): Promise<CommandReply> {
    const { contactId, change, version, writeId } = command;
    const { saved } = this.#parts.lookups.begin();
    const before = change.identifiers && (await this.#parts.cache.getContact(contactId))?.contact;
    const typed = spelledIdentifiers(change, { region: this.#parts.region(), before });
    try {
      const contact = saved(await crm.updateContact(contactId, typed, version, { key: writeId }));
      this.refresh(contact);
      return { ok: true, contact };
    } catch (error) {
      if (error instanceof CrmError && error.safe.stale) await this.#readAgain(crm, contactId);
      throw error;
    }
  }

  /** Somebody else was first: the agent must see what stands there now, and may then write over it. */
  async #readAgain(crm: Crm, contactId: string): Promise<void> {
    const contact = await this.#parts.lookups.byId(crm, contactId).catch(() => null);
    if (contact) this.refresh(contact);
  }

  async #assign(
    crm: Crm,
    command: Extract<WriteCommand, { type: 'identifier.assign' }>,
  ): Promise<CommandReply> {
    const { desk, now } = this.#parts;
    const identifier = this.#identifierOf(command.key);
    const live = desk.get(command.key);
    if (
      !identifier ||
      live?.resolution.status !== 'matched' ||
      live.resolution.contact.id !== command.contactId
    ) {
      throw new CrmError({ code: 'not-found' });
    }
    const { contactId, mode, writeId } = command;
    const { saved, wrote } = this.#parts.lookups.begin();
    const result = await crm.assignIdentifier({ contactId, identifier, mode }, { key: writeId });
    const contact = saved(result.contact);
    const former = result.former.map(saved);
    const lost = mode === 'move' ? former.map(({ id }) => id) : [];
    wrote(identifier, [contact, ...(mode === 'keep' ? former : [])], lost);
    for (const one of [contact, ...former]) this.refresh(one);
    this.#setAssignment(command.key, contactId, {
      status: 'done',
      identifier,
      assignmentId: result.assignmentId,
      mode,
      former: former.map(({ id, name }) => ({ id, name })),
      at: now(),
    });
    return { ok: true, contact };
  }

  async #undo(crm: Crm, command: Extract<WriteCommand, { type: 'assignment.undo' }>): Promise<CommandReply> {
    const live = this.#parts.desk.get(command.key);
    const shown = live?.resolution.status === 'matched' ? live.resolution : undefined;
    const { saved, wrote } = this.#parts.lookups.begin();
    const touched = await crm.undoAssignment(command.assignmentId, { key: command.writeId });
    const contacts = touched.map(saved);
    for (const contact of contacts) this.refresh(contact);
    if (live?.identifier) {
      const [assigned, ...former] = contacts;
      wrote(live.identifier, former, assigned ? [assigned.id] : []);
      if (shown)
        this.#setAssignment(command.key, shown.contact.id, { status: 'undone', identifier: live.identifier });
    }
    return { ok: true };
  }

  /** A contact as it is now, wherever it is on screen. Its own new values are not marked as changed by others. */
  refresh(contact: Contact): void {
    const { desk, now } = this.#parts;
    for (const live of desk.state.interactions) {
      const { resolution } = live;
      if (resolution.status === 'matched' && resolution.contact.id === contact.id) {
        const next = { ...resolution, contact, freshness: { from: 'crm' as const, at: now() } };
        desk.patch(live.key, (one) => ({ ...one, resolution: next }));
      }
    }
    const recent = desk.state.recent.map((one) =>
      one.contact.id === contact.id ? { ...one, contact } : one,
    );
    desk.set({ recent });
  }

  #setAssignment(key: string, contactId: string, assignment: Assignment): void {
    this.#parts.desk.patch(key, (live) => {
      const { resolution } = live;
      if (resolution.status !== 'matched' || resolution.contact.id !== contactId) return live;
      return { ...live, resolution: { ...resolution, assignment } };
    });
  }

  #identifierOf(key: string | null): Identifier | undefined {
    return key === null ? undefined : this.#parts.desk.get(key)?.identifier;
  }

  async #dropDraft(key: string, form: string): Promise<void> {
    this.#parts.desk.patch(key, (live) => {
      const { [form]: _, ...drafts } = live.drafts;
      return { ...live, drafts };
    });
    // A draft that cannot be removed is shown again at worst; the write itself is done.
    await this.#parts.drafts.save(key, form, null).catch(() => undefined);
  }

  #mark(command: WriteCommand, now: Pick<Write, 'status' | 'at' | 'error'>): void {
    if (command.key === null) return;
    this.#parts.desk.patch(command.key, (live) => {
      const others = live.writes.filter(({ id }) => id !== command.writeId);
      const about = aboutOf(command);
      const write: Write = { id: command.writeId, kind: kindOf(command), ...(about && { about }), ...now };
      const saved = others.filter(({ status }) => status === 'saved').slice(-keptSaved);
      return { ...live, writes: [...saved, ...others.filter(({ status }) => status !== 'saved'), write] };
    });
  }
}

function failed(error: SafeCrmError): CommandReply {
  return { ok: false, error };
}
