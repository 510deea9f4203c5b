import type { Write } from '../../domain/interaction/live.ts';
import { shownOf } from '../live/resolution-parts.ts';
import type { WriteRequest } from '../live/write-request.ts';
import { contactOf, isAsking } from './order.ts';
import { failed, Sender, type SenderParts, signedOut, type WriteReply, waiting } from './sender.ts';
import type { WriteAction } from './write-action.ts';

export interface WriterParts extends SenderParts {
  /** A write has ended, or was given up: what waited for it may go; its interaction may have waited for it to leave. */
  onEnded: (key: string | null) => void;
  /** What waits is to be sent now, and not when it is due. */
  hurry: () => void;
}

/**
 * Takes up what an agent asks for, and sends it at once where nothing stands before it. The same click again, from whichever
 * view or life of the worker, never writes twice. What the CRM refuses stays as *not saved* with its request, ready to be
 * tried again by the one whose it is, and by nobody else; what it did not answer waits (`flusher.ts`).
 */
export class Writer {
  readonly #parts: WriterParts;
  readonly #sender: Sender;
  readonly #underWay = new Map<string, Promise<WriteReply>>();
  /** Of what is under way. */
  readonly #givenUp = new Set<string>();

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#sender = new Sender(parts);
  }

  /** Its answer comes when it is saved or refused, or as soon as it is known that it has to wait. */
  write(command: WriteRequest): Promise<WriteReply> {
    const running = this.#underWay.get(command.writeId);
    if (running) return running;
    return this.#under(command.writeId, () => this.#accept(command));
  }

  /** One that waits, whose turn it is. */
  sendWaiting(writeId: string): Promise<WriteReply> {
    return this.#underWay.get(writeId) ?? this.#sendWaiting(writeId);
  }

  /** *Try again* and *Send now*. What must be saved before it goes first. */
  retry(writeId: string): Promise<WriteReply> {
    const { outbox, hurry } = this.#parts;
    const entry = outbox.own(writeId);
    if (!entry) return Promise.resolve(failed({ code: 'not-found' }));
    if (!entry.command) return Promise.resolve({ ok: true });
    if (entry.write.status === 'not-saved' || outbox.ahead(writeId).length === 0)
      return this.write(entry.command);
    hurry();
    return Promise.resolve(waiting);
  }

  /** Their agent gives it up. What is on its way cannot be called back: it is seen until it has ended. */
  discard(writeId: string): void {
    const { outbox, onEnded } = this.#parts;
    const entry = outbox.own(writeId);
    if (!entry) return;
    if (this.#underWay.has(writeId)) return void this.#givenUp.add(writeId);
    outbox.remove(writeId);
    onEnded(entry.key);
  }

  /** It was asked for on the screen of somebody who is not signed in: it is not sent, and stays theirs. */
  keepFor(owner: string, command: WriteRequest): void {
    const { outbox, now } = this.#parts;
    const action = this.#parts.actionOf(command.type);
    if (!action || outbox.get(command.writeId)) return;
    this.#put(owner, command, action, { status: 'not-saved', at: now(), error: signedOut });
  }

  #sendWaiting(writeId: string): Promise<WriteReply> {
    const { crm, outbox, standing } = this.#parts;
    const entry = outbox.own(writeId);
    const party = standing.now();
    const action = entry?.command && this.#parts.actionOf(entry.command.type);
    if (!party || !entry?.command || !action || entry.write.status !== 'waiting')
      return Promise.resolve(failed({ code: 'not-found' }));
    const { command } = entry;
    if (this.#sender.isLost(entry, action)) return Promise.resolve(this.#sender.offer(entry));
    outbox.settle({ crm, owner: party.owner }, command, action);
    return this.#under(writeId, () => this.#sender.send(party, action, command, { byItself: true }));
  }

  async #accept(command: WriteRequest): Promise<WriteReply> {
    const { crm, outbox, standing, now } = this.#parts;
    const party = standing.now();
    if (!party) return failed(signedOut);
    const entry = outbox.get(command.writeId);
    if (entry && (entry.crm !== crm || entry.owner !== party.owner)) return failed(signedOut);
    if (entry?.write.status === 'saved') return { ok: true };
    const action = this.#parts.actionOf(command.type);
    if (!action) return failed({ code: 'not-supported' });
    outbox.settle({ crm, owner: party.owner }, command, action);
    const whose = this.#nameOf(contactOf({ command }, this.#parts.actionOf)) ?? entry?.write.whose;
    this.#put(party.owner, command, action, { status: 'saving', at: now(), ...(whose && { whose }) });
    await this.#sender.notice(command, action);
    if (await this.#mustWait(command.writeId)) return this.#sender.wait(command);
    return this.#sender.send(party, action, command);
  }

  /** What is on its way before it is waited for; behind what waits it waits too. Of a CRM that is away one asks at a time. */
  async #mustWait(writeId: string): Promise<boolean> {
    const { outbox } = this.#parts;
    for (let ahead = outbox.ahead(writeId); ahead.length > 0; ahead = outbox.ahead(writeId)) {
      const first = ahead.find(({ write }) => write.status === 'saving');
      const running = first && this.#underWay.get(first.write.id);
      if (!running || ahead.some(({ write }) => write.status === 'waiting')) return true;
      await running;
    }
    return this.#parts.isAway() && isAsking(outbox.ofAgent(this.#parts.crm), writeId);
  }

  #under(writeId: string, step: () => Promise<WriteReply>): Promise<WriteReply> {
    const attempt = step().finally(() => {
      const { outbox, onEnded } = this.#parts;
      this.#underWay.delete(writeId);
      const entry = outbox.get(writeId);
      if (this.#givenUp.delete(writeId) && entry?.command) outbox.remove(writeId);
      onEnded(entry?.key ?? null);
    });
    this.#underWay.set(writeId, attempt);
    return attempt;
  }

  #put(
    owner: string,
    command: WriteRequest,
    action: WriteAction,
    now: Pick<Write, 'status' | 'at' | 'error' | 'whose'>,
  ): void {
    const { crm, outbox, liveStore } = this.#parts;
    const known = outbox.get(command.writeId);
    const about = action.about?.(command);
    const since = known?.write.since;
    const write: Write = {
      id: command.writeId,
      kind: action.kind,
      ...(about && { about }),
      ...(since && { since }),
      ...now,
    };
    // Of a contact that is to be made later it counts for whom it was typed.
    const again = known !== undefined && action.kind === 'create';
    const meant = known?.meant ?? (again ? undefined : action.means?.(liveStore, command));
    const { attempt: _, ...kept } = known ?? {};
    outbox.put({ ...kept, crm, owner, key: command.key, command, write, ...(meant && { meant }) });
  }

  /** As the contact is called on the screen of who is signed in; undefined where it is not there. */
  #nameOf(contactId: string | undefined): string | undefined {
    const { interactions, recent } = this.#parts.liveStore.state;
    const shown = interactions.flatMap(({ resolution }) => shownOf(resolution)?.contact ?? []);
    return [...shown, ...recent.map(({ contact }) => contact)].find(({ id }) => id === contactId)?.name;
  }
}
