import type { Contact } from '../../domain/contact/contact.ts';
import { CrmError, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { Write } from '../../domain/interaction/live.ts';
import type { CrmConnection } from '../connection/connection.ts';
import type { Connections } from '../connection/connections.ts';
import type { Party } from '../connection/standing.ts';
import type { Desk } from '../live/desk.ts';
import type { OutboxEntry } from '../live/recovery-store.ts';
import { shownOf } from '../live/resolution-parts.ts';
import type { WriteRequest } from '../live/write-request.ts';
import type { Outbox } from './outbox.ts';
import type { OwnWork } from './own-work.ts';
import { showWritten } from './show-written.ts';
import type { KnownOfWrite, SendParts, WriteAction, Written } from './write-action.ts';

export interface WriterParts extends Omit<SendParts, 'lookups' | 'region'> {
  /** What a kind of write is; undefined where no version that runs knows it. */
  actionOf: (type: string) => WriteAction | undefined;
  desk: Desk;
  outbox: Outbox;
  work: OwnWork;
  connections: Connections;
  /** This party's credential was refused. */
  onSignedOut: (crm: string, party: Party) => void;
  /** A write has ended: its interaction may have waited for that to leave. */
  onEnded: (key: string) => void;
}

export type WriteReply = { ok: true; contact?: Contact } | { ok: false; error: SafeCrmError };

const signedOut: SafeCrmError = { code: 'signed-out' };

/**
 * Sends what an agent asked for, under the agent's idempotency key: the same click again, from whichever view or life of
 * the worker, never writes twice. What does not succeed stays as *not saved* with its request, ready to be tried again by
 * the one whose it is, and by nobody else.
 */
export class Writer {
  readonly #parts: WriterParts;
  readonly #underWay = new Map<string, Promise<WriteReply>>();

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  write(command: WriteRequest): Promise<WriteReply> {
    const running = this.#underWay.get(command.writeId);
    if (running) return running;
    const attempt = this.#attempt(command).finally(() => this.#underWay.delete(command.writeId));
    this.#underWay.set(command.writeId, attempt);
    return attempt;
  }

  retry(writeId: string): Promise<WriteReply> {
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
  keepFor(owner: string, command: WriteRequest): void {
    const { outbox, now } = this.#parts;
    const crm = this.#parts.actionOf(command.type)?.crm(command);
    if (crm === undefined || outbox.get(command.writeId)) return;
    this.#put({ crm, owner }, command, { status: 'not-saved', at: now(), error: signedOut });
  }

  async #attempt(command: WriteRequest): Promise<WriteReply> {
    const { desk, outbox, connections, now, onEnded } = this.#parts;
    const action = this.#parts.actionOf(command.type);
    if (!action) return failed({ code: 'not-supported' });
    const connection = connections.get(action.crm(command));
    const party = connection?.standing.now();
    if (!connection || !party) return failed(signedOut);
    const { standing, lookups, region } = connection;
    const whose = { crm: connection.id, owner: party.owner };
    const entry = outbox.get(command.writeId);
    if (entry && (entry.owner !== party.owner || entry.crm !== connection.id)) return failed(signedOut);
    if (entry?.write.status === 'saved') return { ok: true };
    outbox.settle(whose, command, action);
    const name = this.#nameOf(action.changes?.(command) ?? action.gives?.(command)) ?? entry?.write.whose;
    this.#put(whose, command, { status: 'saving', at: now(), ...(name && { whose: name }) });
    // The request outlives worker and browser before it leaves them.
    await Promise.all([desk.flushed(), outbox.kept()]);
    const keyNow = () => outbox.get(command.writeId)?.key ?? command.key;
    try {
      const known = await this.#known(connection, action, command);
      const refusal = action.refusal(command, known);
      const sender = standing.now();
      // Signed out meanwhile: it waits for them, and is never sent by another's hand.
      if (!sender || !standing.still(party)) throw new CrmError(signedOut);
      if (refusal) throw new CrmError(refusal);
      // Two interactions may have turned out to be one: then it is for that one.
      const asked = outbox.get(command.writeId)?.command ?? command;
      const written = await action.send(
        { ...this.#parts, lookups, region },
        sender.crm,
        asked,
        known.contact,
      );
      return await this.#saved(connection, party, action, command, written);
    } catch (cause) {
      const error: SafeCrmError = cause instanceof CrmError ? cause.safe : { code: 'bad-reply' };
      if (error.stale) await this.#showNewer(connection, party, action.changes?.(command));
      outbox.mark(command.writeId, { status: 'not-saved', at: now(), error });
      if (error.code === 'signed-out') this.#parts.onSignedOut(connection.id, party);
      return failed(error);
    } finally {
      const key = keyNow();
      if (key !== null) onEnded(key);
    }
  }

  async #saved(
    { id: crm, standing }: CrmConnection,
    party: Party,
    action: WriteAction,
    command: WriteRequest,
    { contact, show }: Written,
  ): Promise<WriteReply> {
    const { desk, outbox, work, now } = this.#parts;
    const key = outbox.get(command.writeId)?.key ?? command.key;
    outbox.mark(command.writeId, { status: 'saved', at: now() });
    const theirs = standing.still(party);
    // What one agent's CRM says is not for the next one's eyes.
    if (theirs) show(key);
    if (action.form !== undefined && key !== null)
      await work.drop(crm, theirs ? (standing.now()?.owner ?? party.owner) : party.owner, key, action.form);
    await desk.flushed();
    return contact && theirs ? { ok: true, contact } : { ok: true };
  }

  /** Somebody else was first: the agent must see what stands there now, and may then write over it. */
  async #showNewer(
    { lookups, standing }: CrmConnection,
    party: Party,
    contactId: string | undefined,
  ): Promise<void> {
    if (contactId === undefined) return;
    const newer = await lookups.byId(party.crm, contactId).catch(() => null);
    if (newer && standing.still(party)) showWritten(this.#parts, newer);
  }

  async #known(
    { stores, capabilities }: CrmConnection,
    action: WriteAction,
    command: WriteRequest,
  ): Promise<KnownOfWrite> {
    const live = command.key === null ? undefined : this.#parts.desk.get(command.key);
    const changes = action.changes?.(command);
    const contact = changes === undefined ? undefined : (await stores.cache.getContact(changes))?.contact;
    return { capabilities: capabilities(), ...(live && { live }), ...(contact && { contact }) };
  }

  #put(
    whose: Pick<OutboxEntry, 'crm' | 'owner'>,
    command: WriteRequest,
    now: Pick<Write, 'status' | 'at' | 'error' | 'whose'>,
  ): void {
    const action = this.#parts.actionOf(command.type);
    if (!action) return;
    const about = action.about?.(command);
    const write: Write = { id: command.writeId, kind: action.kind, ...(about && { about }), ...now };
    this.#parts.outbox.put({ ...whose, key: command.key, command, write });
  }

  /** As the contact is called on the screen of who is signed in; undefined where it is not there. */
  #nameOf(contactId: string | undefined): string | undefined {
    const { interactions, recent } = this.#parts.desk.state;
    const shown = interactions.flatMap(({ resolution }) => shownOf(resolution)?.contact ?? []);
    return [...shown, ...recent.map(({ contact }) => contact)].find(({ id }) => id === contactId)?.name;
  }
}

function failed(error: SafeCrmError): WriteReply {
  return { ok: false, error };
}
