import type { CrmCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { Write } from '../../domain/interaction/live.ts';
import type { CommandReply } from '../../domain/view-state.ts';
import type { ContactCache } from '../cache/contact-cache.ts';
import { beyondCapabilities } from '../connection/beyond-capabilities.ts';
import type { Party, Standing } from '../connection/standing.ts';
import type { Desk } from '../live/desk.ts';
import { aboutOf, kindOf, type WriteCommand } from '../live/write-command.ts';
import type { Outbox } from './outbox.ts';
import type { OwnWork } from './own-work.ts';
import { SendWrite, type SendWriteParts, type Written } from './send-write.ts';

export interface WriterParts extends SendWriteParts {
  desk: Desk;
  cache: ContactCache;
  outbox: Outbox;
  work: OwnWork;
  standing: Standing;
  capabilities: () => CrmCapabilities;
  /** This party's credential was refused. */
  onSignedOut: (party: Party) => void;
  /** A write has ended: its interaction may have waited for that to leave. */
  onEnded: (key: string) => void;
}

/** Form name of the draft that a create takes its values from. */
export const newContactForm = 'new-contact';
const signedOut: SafeCrmError = { code: 'signed-out' };

/**
 * Sends what an agent asked for, under the agent's idempotency key: the same click again, from whichever view or life of
 * the worker, never writes twice. What does not succeed stays as *not saved* with its request, ready to be tried again by
 * the one whose it is, and by nobody else.
 */
export class Writer {
  readonly #parts: WriterParts;
  readonly #sends: SendWrite;
  readonly #underWay = new Map<string, Promise<CommandReply>>();

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#sends = new SendWrite(parts);
  }

  write(command: WriteCommand): Promise<CommandReply> {
    const running = this.#underWay.get(command.writeId);
    if (running) return running;
    const attempt = this.#attempt(command).finally(() => this.#underWay.delete(command.writeId));
    this.#underWay.set(command.writeId, attempt);
    return attempt;
  }

  retry(writeId: string): Promise<CommandReply> {
    const entry = this.#parts.outbox.own(writeId);
    if (!entry) return Promise.resolve(failed({ code: 'not-found' }));
    return entry.command ? this.write(entry.command) : Promise.resolve({ ok: true });
  }

  /** Their agent gives it up. */
  discard(writeId: string): void {
    const { outbox, onEnded } = this.#parts;
    const entry = outbox.own(writeId);
    if (!entry) return;
    outbox.remove(writeId);
    if (entry.key !== null) onEnded(entry.key);
  }

  /** *Not now*: an assignment that the CRM refused is not asked for any more. */
  discardRefused(key: string): void {
    for (const write of this.#parts.desk.get(key)?.writes ?? [])
      if (write.kind === 'assign' && write.status === 'not-saved') this.discard(write.id);
  }

  /** It was asked for on the screen of somebody who is not signed in: it is not sent, and stays theirs. */
  keepFor(owner: string, command: WriteCommand): void {
    const { outbox, now } = this.#parts;
    if (outbox.get(command.writeId)) return;
    this.#put(owner, command, { status: 'not-saved', at: now(), error: signedOut });
  }

  async #attempt(command: WriteCommand): Promise<CommandReply> {
    const { desk, outbox, standing, now, onEnded } = this.#parts;
    const party = standing.now();
    if (!party) return failed(signedOut);
    const entry = outbox.get(command.writeId);
    if (entry && entry.owner !== party.owner) return failed(signedOut);
    if (entry?.write.status === 'saved') return { ok: true };
    outbox.settle(party.owner, command);
    this.#put(party.owner, command, { status: 'saving', at: now() });
    // The request outlives the worker before it leaves it.
    await desk.flushed();
    const keyNow = () => outbox.get(command.writeId)?.key ?? command.key;
    try {
      const known = await this.#known(command);
      const beyond = beyondCapabilities(command, known);
      const sender = standing.now();
      // Signed out meanwhile: it waits for them, and is never sent by another's hand.
      if (!sender || !standing.still(party)) throw new CrmError(signedOut);
      if (beyond) throw new CrmError(beyond);
      // Two interactions may have turned out to be one: then it is for that one.
      const asked = outbox.get(command.writeId)?.command ?? command;
      const written = await this.#sends.send(sender.crm, asked, known.contact);
      return await this.#saved(party, command, written);
    } catch (cause) {
      const error: SafeCrmError = cause instanceof CrmError ? cause.safe : { code: 'bad-reply' };
      if (error.stale && command.type === 'contact.update') await this.#showNewer(party, command.contactId);
      outbox.mark(command.writeId, { status: 'not-saved', at: now(), error });
      if (error.code === 'signed-out') this.#parts.onSignedOut(party);
      return failed(error);
    } finally {
      const key = keyNow();
      if (key !== null) onEnded(key);
    }
  }

  async #saved(party: Party, command: WriteCommand, { contact, show }: Written): Promise<CommandReply> {
    const { desk, outbox, standing, work, now } = this.#parts;
    const key = outbox.get(command.writeId)?.key ?? command.key;
    outbox.mark(command.writeId, { status: 'saved', at: now() });
    const theirs = standing.still(party);
    // What one agent's CRM says is not for the next one's eyes.
    if (theirs) show(key);
    if (command.type === 'contact.create' && key !== null)
      await work.drop(theirs ? (standing.now()?.owner ?? party.owner) : party.owner, key, newContactForm);
    await desk.flushed();
    return contact && theirs ? { ok: true, contact } : { ok: true };
  }

  async #showNewer(party: Party, contactId: string): Promise<void> {
    const newer = await this.#sends.readAgain(party.crm, contactId);
    if (this.#parts.standing.still(party)) newer?.show(null);
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

  #put(owner: string, command: WriteCommand, now: Pick<Write, 'status' | 'at' | 'error'>): void {
    const about = aboutOf(command);
    const write: Write = { id: command.writeId, kind: kindOf(command), ...(about && { about }), ...now };
    this.#parts.outbox.put({ owner, key: command.key, command, write });
  }
}

function failed(error: SafeCrmError): CommandReply {
  return { ok: false, error };
}
