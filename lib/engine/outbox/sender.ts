import type { WriteRemark } from '../../crms/crm.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import { differencesOf } from '../../domain/contact/took-effect.ts';
import type { CrmCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { ContactCache } from '../cache/contact-cache.ts';
import type { Party, Standing } from '../connection/standing.ts';
import type { LiveStore } from '../live/live-store.ts';
import type { OutboxEntry } from '../live/recovery-store.ts';
import { shownOf } from '../live/resolution-parts.ts';
import type { WriteRequest } from '../live/write-request.ts';
import { retryDelay } from '../waiting/retry-delay.ts';
import { type ActionOf, contactOf } from './order.ts';
import type { Outbox } from './outbox.ts';
import { isUnknown, isWaiting } from './outcome.ts';
import type { OwnWork } from './own-work.ts';
import { beforeOf, rebased } from './rebase.ts';
import { showWritten } from './show-written.ts';
import type { KnownOfWrite, SendParts, WriteAction, Written } from './write-action.ts';

export interface SenderParts extends Omit<SendParts, 'remark'> {
  /** What a kind of write is; undefined where no version that runs knows it. */
  actionOf: ActionOf;
  /** The connection that all of it is about. */
  crm: string;
  liveStore: LiveStore;
  cache: ContactCache;
  outbox: Outbox;
  work: OwnWork;
  standing: Standing;
  capabilities: () => CrmCapabilities;
  /** The CRM does not answer. */
  isAway: () => boolean;
  /** The CRM let the signed-in agent create a contact, or said that they may not. */
  tellMayCreate: (may: boolean) => void;
  /** This party's credential was refused. */
  onSignedOut: (party: Party) => void;
}

/** `waiting`: it is kept, and will be sent by itself. */
export type WriteReply = { ok: true; contact?: Contact; waiting?: true } | { ok: false; error: SafeCrmError };

export const signedOut: SafeCrmError = { code: 'signed-out' };
export const waiting: WriteReply = { ok: true, waiting: true };

const day = 24 * 3_600_000;
/** By then it is known everywhere that nobody is signed in. */
const signInMs = 30_000;

/** One attempt at a write: asks the CRM under the agent's idempotency key, and keeps what came of it. */
export class Sender {
  readonly #parts: SenderParts;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** What stands now where it writes, for `rebased`; and it is on disk from here on. */
  async notice(command: WriteRequest, action: WriteAction): Promise<void> {
    const { outbox } = this.#parts;
    const id = contactOf({ command }, this.#parts.actionOf);
    if (id === undefined || !action.sets || outbox.get(command.writeId)?.before) return;
    const sets = action.sets(command);
    const version = action.version?.(command);
    const contact = this.#onScreen(id, version) ?? (await this.#parts.cache.getContact(id))?.contact;
    if (!contact || (version !== undefined && contact.version !== version)) return;
    outbox.change(command.writeId, (one) => ({ ...one, before: beforeOf(contact, sets) }));
  }

  /** It cannot be sent now. */
  async wait({ writeId }: WriteRequest): Promise<WriteReply> {
    this.#parts.outbox.mark(writeId, { status: 'waiting', at: this.#parts.now() });
    await this.#kept();
    return waiting;
  }

  /** It may have been done, and nobody can find out: sent again by itself it could be done twice. */
  isLost({ command, sentAt }: OutboxEntry, action: WriteAction): boolean {
    const { capabilities, now } = this.#parts;
    if (!command || sentAt === undefined || (action.findable?.(command) ?? true)) return false;
    const knownFor = (capabilities().keysKeptDays ?? 0) - 1;
    return now() - sentAt >= knownFor * day;
  }

  /** Only its agent can say whether it is to be sent again. */
  offer({ write }: OutboxEntry): WriteReply {
    const error = write.error ?? { code: 'unreachable' };
    this.#parts.outbox.mark(write.id, { status: 'not-saved', at: this.#parts.now(), error, unknown: true });
    return failed(error);
  }

  /** `byItself`: it had waited. */
  async send(
    party: Party,
    action: WriteAction,
    command: WriteRequest,
    { byItself = false } = {},
  ): Promise<WriteReply> {
    const { outbox, standing, now } = this.#parts;
    const { writeId } = command;
    const sentAt = outbox.get(writeId)?.sentAt ?? now();
    outbox.mark(writeId, { status: 'saving', at: now() }, { sentAt });
    // The request outlives worker and browser before it leaves them.
    await this.#kept();
    try {
      const known = await this.#known(action, command);
      const refusal = action.refusal(command, known);
      const sender = standing.now();
      // Signed out meanwhile: it waits for them, and is never sent by another's hand.
      if (!sender || !standing.still(party)) throw new CrmError(signedOut);
      if (refusal) throw new CrmError(refusal);
      // Two interactions may have turned out to be one: then it is for that one.
      const asked = outbox.get(writeId)?.command ?? command;
      const remarks = new Set<WriteRemark>();
      const parts = { ...this.#parts, remark: (one: WriteRemark) => void remarks.add(one) };
      const written = await action.send(parts, sender.crm, asked, known);
      return await this.#saved(party, action, asked, { ...written, slow: remarks.has('slow') });
    } catch (cause) {
      const error: SafeCrmError = cause instanceof CrmError ? cause.safe : { code: 'bad-reply' };
      if (error.stale) await this.#showNewer(party, action.changes?.(command));
      if (error.code === 'not-allowed') this.#tellMayCreate(party, action, false);
      const reply = this.#failed(writeId, action, error, byItself);
      if (error.code === 'signed-out') this.#parts.onSignedOut(party);
      return reply;
    }
  }

  async #saved(
    party: Party,
    action: WriteAction,
    command: WriteRequest,
    { contact, show, slow }: Written & { slow: boolean },
  ): Promise<WriteReply> {
    const { crm, liveStore, outbox, standing, work, now } = this.#parts;
    const entry = outbox.get(command.writeId);
    const key = entry?.key ?? command.key;
    if (contact && entry) this.#rebase(entry, action.sets?.(command) ?? {}, contact);
    const differs = contact ? differencesOf(contact, action.asks?.(command) ?? {}) : [];
    outbox.mark(command.writeId, {
      status: 'saved',
      at: now(),
      ...(differs.length > 0 && { differs }),
      ...(slow && { slow }),
    });
    this.#tellMayCreate(party, action, true);
    const theirs = standing.still(party);
    // What one agent's CRM says is not for the next one's eyes.
    if (theirs) show(key);
    if (action.form !== undefined && key !== null)
      await work.drop(crm, theirs ? (standing.now()?.owner ?? party.owner) : party.owner, key, action.form);
    await liveStore.flushed();
    return contact && theirs ? { ok: true, contact } : { ok: true };
  }

  /** Of somebody else's rights it says nothing. */
  #tellMayCreate(party: Party, { kind }: WriteAction, may: boolean): void {
    if (kind === 'create' && this.#parts.standing.still(party)) this.#parts.tellMayCreate(may);
  }

  /** What waits behind it, and was asked for on the same version of the contact, is for the one that it made. */
  #rebase(entry: OutboxEntry, sets: ReturnType<NonNullable<WriteAction['sets']>>, contact: Contact): void {
    const { outbox, actionOf } = this.#parts;
    const ours = { before: entry.before, sets, contact };
    const id = contactOf(entry, actionOf);
    for (const later of outbox.behind(entry.write.id))
      if (id !== undefined && contactOf(later, actionOf) === id)
        outbox.change(later.write.id, (one) => rebased(one, actionOf(one.command?.type ?? ''), ours));
  }

  #failed(id: string, action: WriteAction, error: SafeCrmError, byItself: boolean): WriteReply {
    const { outbox, now } = this.#parts;
    const entry = outbox.get(id);
    if (!entry) return failed(error);
    if (!isUnknown(error.code) && error.code !== 'signed-out')
      outbox.change(id, ({ sentAt: _, ...one }) => one);
    if (isWaiting(error.code)) {
      if (this.isLost(entry, action)) return this.offer({ ...entry, write: { ...entry.write, error } });
      const attempt = (entry.attempt ?? 0) + 1;
      const retryAt = now() + (retryDelay(error, attempt) ?? 0);
      outbox.mark(id, { status: 'waiting', at: now(), retryAt, error }, { attempt });
      return waiting;
    }
    // It had been accepted already, and goes on when the same person is back.
    if (byItself && error.code === 'signed-out')
      outbox.mark(id, { status: 'waiting', at: now(), retryAt: now() + signInMs, error });
    else outbox.mark(id, { status: 'not-saved', at: now(), error });
    return failed(error);
  }

  /** Somebody else was first: the agent must see what stands there now, and may then write over it. */
  async #showNewer(party: Party, contactId: string | undefined): Promise<void> {
    if (contactId === undefined) return;
    const newer = await this.#parts.lookups.byId(party.crm, contactId).catch(() => null);
    if (newer && this.#parts.standing.still(party)) showWritten(this.#parts, newer);
  }

  async #known(action: WriteAction, command: WriteRequest): Promise<KnownOfWrite> {
    const live = command.key === null ? undefined : this.#parts.liveStore.get(command.key);
    const capabilities = this.#parts.capabilities();
    const changes = action.changes?.(command);
    const contact =
      changes === undefined ? undefined : (await this.#parts.cache.getContact(changes))?.contact;
    const meant = this.#parts.outbox.get(command.writeId)?.meant;
    return { capabilities, ...(live && { live }), ...(contact && { contact }), ...(meant && { meant }) };
  }

  /** Resolves when all that was changed would outlive worker and browser. */
  async #kept(): Promise<void> {
    await Promise.all([this.#parts.liveStore.flushed(), this.#parts.outbox.kept()]);
  }

  /** The contact as the agent has it before them; of that version, where one is named. */
  #onScreen(id: string, version: string | undefined): Contact | undefined {
    return this.#parts.liveStore.state.interactions
      .flatMap(({ resolution }) => shownOf(resolution)?.contact ?? [])
      .find((one) => one.id === id && (version === undefined || one.version === version));
  }
}

export function failed(error: SafeCrmError): WriteReply {
  return { ok: false, error };
}
