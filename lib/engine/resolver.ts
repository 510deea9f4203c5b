import type { Crm } from '../crms/crm.ts';
import type { Contact } from '../domain/contact.ts';
import { CrmError, type SafeCrmError } from '../domain/crm-error.ts';
import { type Identifier, sameIdentifier, sameOrNone } from '../domain/identifier.ts';
import type { Freshness, LiveInteraction, MatchReason, Resolution } from '../domain/live.ts';
import type { ContactCache } from './contact-cache.ts';
import { carries, changedFields } from './contact-match.ts';
import type { Desk } from './desk.ts';
import type { Lookups } from './lookups.ts';
import { retryDelay } from './retry-delay.ts';

export interface ResolverParts {
  desk: Desk;
  lookups: Lookups;
  cache: ContactCache;
  now: () => number;
  region: () => string;
  /** undefined while there is none to ask. */
  crm: () => Crm | undefined;
  /** The workspace is known: numbers can be read in its region. Throws CrmError. */
  workspaceReady: () => Promise<void>;
  /** Milliseconds: `fresh` is shown without asking again, `stale` while asking, misses are believed for `miss`. */
  lives: () => { fresh: number; stale: number; miss: number };
  /** Waits for a place in the budget of lookups of this interaction's host (safety.md T2). */
  budget: (live: LiveInteraction, stillWanted: () => boolean) => Promise<void>;
  onSignedOut: () => void;
}

/** A lookup's right to be shown: it ends when another lookup begins for the interaction or the identifier changes. */
interface Ticket {
  key: string;
  generation: number;
  identifier: Identifier | undefined;
}

type Matched = Extract<Resolution, { status: 'matched' }>;

/** Turns interactions into contacts. A reply is shown only if interaction, identifier and generation still match (A10). */
export class Resolver {
  readonly #parts: ResolverParts;
  readonly #generations = new Map<string, number>();
  /** Counts the agent's choices for an interaction: of two clicks the later one counts, whichever is read first. */
  readonly #choices = new Map<string, number>();

  constructor(parts: ResolverParts) {
    this.#parts = parts;
  }

  /** Looks (again) for who this is. `asked`: the agent wants the CRM's word, however fresh the copy. */
  start(key: string, { asked = false } = {}): void {
    const ticket = this.#ticket(key);
    if (ticket) void this.#run(ticket, asked).catch((error: unknown) => this.#fail(ticket, error));
  }

  /** Nothing that is under way for this interaction may be shown any more. */
  cancel(key: string): void {
    this.#generations.set(key, (this.#generations.get(key) ?? 0) + 1);
  }

  /** The agent says who it is: shown at once where we have a copy, then as the CRM has it. */
  async choose(key: string, contactId: string): Promise<Contact | null> {
    const { desk, cache, lookups } = this.#parts;
    const live = desk.get(key);
    const crm = this.#parts.crm();
    const choice = (this.#choices.get(key) ?? 0) + 1;
    this.#choices.set(key, choice);
    const stillAsked = () => {
      const now = desk.get(key);
      return (
        this.#choices.get(key) === choice && now !== undefined && sameOrNone(now.identifier, live?.identifier)
      );
    };
    const candidate = candidatesOf(live?.resolution).find(({ id }) => id === contactId);
    const known = candidate ?? (await cache.getContact(contactId))?.contact;
    if (known) {
      if (stillAsked()) this.#choose(key, known, { from: 'cache', at: this.#parts.now() });
      return known;
    }
    if (!crm) throw new CrmError({ code: 'signed-out' });
    // Lookups go on meanwhile: if this contact cannot be read, what they find is still wanted.
    const contact = await lookups.byId(crm, contactId);
    if (contact && stillAsked()) this.#choose(key, contact, { from: 'crm', at: this.#parts.now() });
    return contact;
  }

  /**
   * *Not this person*: whoever else is known to carry the identifier is offered, nobody is shown by itself. Reads only
   * the saved copies.
   */
  async afterReject(key: string): Promise<void> {
    const ticket = this.#ticket(key);
    if (!ticket) return;
    const at = this.#parts.now();
    const { identifier } = ticket;
    this.#set(ticket, { status: 'unmatched', at, rejected: true, ...(identifier && { identifier }) });
    const cached = identifier && (await this.#parts.cache.findByIdentifier(identifier));
    if (cached) {
      this.#show(
        ticket,
        identifier,
        cached.contacts,
        { from: 'cache', at: cached.at },
        { revalidating: false, unknownContactId: false },
      );
    }
  }

  /** Shows what a write of ours made of the contact, as chosen or created by the agent. */
  show(key: string, contact: Contact, by: 'chosen' | 'created'): void {
    const ticket = this.#ticket(key);
    if (!ticket) return;
    const freshness: Freshness = { from: 'crm', at: this.#parts.now() };
    this.#match(ticket, contact, this.#reason(ticket, { by }, contact), freshness, false);
    void this.#offerAssignment(ticket, contact).catch((error: unknown) => this.#fail(ticket, error));
  }

  #choose(key: string, contact: Contact, freshness: Freshness): void {
    this.#parts.desk.patch(key, (live) => ({
      ...live,
      rejected: live.rejected.filter((id) => id !== contact.id),
    }));
    const ticket = this.#ticket(key);
    if (!ticket) return;
    this.#match(
      ticket,
      contact,
      this.#reason(ticket, { by: 'chosen' }, contact),
      freshness,
      freshness.from === 'cache',
    );
    void this.#run(ticket, true).catch((error: unknown) => this.#fail(ticket, error));
  }

  async #run(ticket: Ticket, asked: boolean): Promise<void> {
    const crm = this.#parts.crm();
    if (!crm) return this.#set(ticket, { status: 'idle' });
    await this.#parts.workspaceReady();
    const live = this.#current(ticket);
    if (!live) return;
    const anchor = anchorOf(live);
    if (anchor) return this.#refreshAnchor(ticket, crm, anchor);
    if (live.facts.contactId !== undefined && !live.rejected.includes(live.facts.contactId)) {
      if (await this.#byContactId(ticket, crm, live.facts.contactId)) return;
      return this.#byClientId(ticket, crm, asked, true);
    }
    return this.#byClientId(ticket, crm, asked, false);
  }

  /** The contact the agent chose or made stays; only its details are read again, and the offer to assign renewed. */
  async #refreshAnchor(ticket: Ticket, crm: Crm, { contact: before, reason }: Anchor): Promise<void> {
    const contact = await this.#parts.lookups.byId(crm, before.id);
    if (!this.#current(ticket)) return;
    // What was created a moment ago may not be readable yet; what was chosen and is gone, is gone.
    if (contact === null && reason.by === 'chosen') return this.#byClientId(ticket, crm, true, false);
    const shown = contact ?? before;
    this.#match(ticket, shown, reason, { from: 'crm', at: this.#parts.now() }, false);
    await this.#offerAssignment(ticket, shown);
  }

  /** False where the CRM does not know the ContactID. */
  async #byContactId(ticket: Ticket, crm: Crm, contactId: string): Promise<boolean> {
    const { cache, lookups, now, lives } = this.#parts;
    const reason = { by: 'contact-id' } as const;
    const cached = await cache.getContact(contactId);
    const age = cached ? now() - cached.at : Number.POSITIVE_INFINITY;
    if (cached && age < lives().stale && !this.#retrying(ticket)) {
      this.#match(
        ticket,
        cached.contact,
        this.#reason(ticket, reason, cached.contact),
        { from: 'cache', at: cached.at },
        true,
      );
    } else this.#looking(ticket, 'contact-id');
    const live = this.#current(ticket);
    if (!live) return true;
    await this.#parts.budget(live, () => this.#current(ticket) !== undefined);
    if (!this.#current(ticket)) return true;
    const contact = await lookups.byId(crm, contactId);
    if (!this.#current(ticket)) return true;
    if (contact === null || this.#current(ticket)?.rejected.includes(contact.id)) return false;
    const merged = contact.id === contactId ? {} : { mergedFrom: contactId };
    this.#match(
      ticket,
      contact,
      this.#reason(ticket, { ...reason, ...merged }, contact),
      { from: 'crm', at: now() },
      false,
    );
    await this.#offerAssignment(ticket, contact);
    return true;
  }

  async #byClientId(ticket: Ticket, crm: Crm, asked: boolean, unknownContactId: boolean): Promise<void> {
    const { cache, lookups, now, lives } = this.#parts;
    const { identifier } = ticket;
    if (!identifier) return this.#nothingToLookFor(ticket);
    const cached = await cache.findByIdentifier(identifier);
    const age = cached ? now() - cached.at : Number.POSITIVE_INFINITY;
    const { fresh, stale, miss } = lives();
    const held = cached?.contacts.filter((one) => carries(one, identifier, this.#parts.region())) ?? [];
    const enough = !asked && age < (held.length > 0 ? fresh : miss);
    if (cached && !this.#retrying(ticket) && (enough || (held.length > 0 && age < stale))) {
      this.#show(
        ticket,
        identifier,
        held,
        { from: 'cache', at: cached.at },
        { revalidating: !enough, unknownContactId },
      );
      if (enough) return;
    } else this.#looking(ticket, 'client-id');
    const live = this.#current(ticket);
    if (!live) return;
    await this.#parts.budget(live, () => this.#current(ticket) !== undefined);
    if (!this.#current(ticket)) return;
    const found = await lookups.byIdentifier(crm, identifier);
    this.#show(
      ticket,
      identifier,
      found,
      { from: 'crm', at: now() },
      { revalidating: false, unknownContactId },
    );
  }

  #nothingToLookFor(ticket: Ticket): void {
    const live = this.#current(ticket);
    if (!live) return;
    if (live.rejected.length > 0) {
      this.#set(ticket, { status: 'unmatched', at: this.#parts.now(), rejected: true });
    } else this.#set(ticket, { status: live.facts.channel === 'phone' ? 'withheld' : 'idle' });
  }

  #show(
    ticket: Ticket,
    identifier: Identifier,
    contacts: Contact[],
    freshness: Freshness,
    { revalidating, unknownContactId }: { revalidating: boolean; unknownContactId: boolean },
  ): void {
    const live = this.#current(ticket);
    if (!live) return;
    const left = contacts.filter(({ id }) => !live.rejected.includes(id));
    const about = unknownContactId ? { unknownContactId } : {};
    const [first] = left;
    // After a *Not this person* nobody is shown by itself any more, only offered.
    if (first && left.length === 1 && live.rejected.length === 0) {
      const reason = this.#reason(ticket, { by: 'client-id', ...about }, first);
      this.#match(ticket, first, reason, freshness, revalidating);
    } else if (left.length > 0) {
      this.#set(ticket, {
        status: 'ambiguous',
        candidates: left.slice(0, 20),
        identifier,
        freshness,
        ...about,
      });
    } else {
      this.#set(ticket, {
        status: 'unmatched',
        identifier,
        at: freshness.at,
        rejected: live.rejected.length > 0,
        ...about,
      });
    }
  }

  /** After a failure only the CRM's answer changes what is on screen. */
  #retrying(ticket: Ticket): boolean {
    return this.#current(ticket)?.resolution.status === 'failed';
  }

  /** What is on screen stays there while it is looked for again after a failure. */
  #looking(ticket: Ticket, by: 'contact-id' | 'client-id'): void {
    const live = this.#current(ticket);
    if (!live || live.resolution.status === 'failed' || live.resolution.status === 'resolving') return;
    if (live.resolution.status === 'matched' || live.resolution.status === 'ambiguous') return;
    const { identifier } = ticket;
    this.#set(ticket, {
      status: 'resolving',
      by,
      since: this.#parts.now(),
      ...(identifier && { identifier }),
    });
  }

  #match(
    ticket: Ticket,
    contact: Contact,
    reason: MatchReason,
    freshness: Freshness,
    revalidating: boolean,
  ): void {
    const live = this.#current(ticket);
    if (!live) return;
    const before = shownOf(live.resolution);
    const same = before?.contact.id === contact.id;
    const changed = same ? { ...changedFields(before.contact, contact), ...before.changed } : {};
    const kept = same ? before.assignment : undefined;
    const assignment = this.#stillOffered(ticket, kept, contact);
    this.#set(ticket, {
      status: 'matched',
      contact,
      reason,
      freshness,
      revalidating,
      changed,
      ...(assignment && { assignment }),
    });
    this.#remember(ticket, contact);
  }

  #stillOffered(ticket: Ticket, assignment: Matched['assignment'], contact: Contact): Matched['assignment'] {
    if (!assignment || !sameIdentifier(assignment.identifier, ticket.identifier)) return undefined;
    const open = assignment.status === 'offered' || assignment.status === 'checking';
    return open && carries(contact, assignment.identifier, this.#parts.region()) ? undefined : assignment;
  }

  /** A1, A7: the contact shown does not carry this interaction's ClientID; who has it now is asked before offering. */
  async #offerAssignment(ticket: Ticket, contact: Contact): Promise<void> {
    const { identifier } = ticket;
    const live = this.#current(ticket);
    const crm = this.#parts.crm();
    if (!identifier || !live || !crm || live.declined.includes(contact.id)) return;
    if (live.resolution.status !== 'matched' || live.resolution.assignment?.status === 'done') return;
    if (live.resolution.assignment?.status === 'undone') return;
    if (carries(contact, identifier, this.#parts.region())) return;
    this.#assignment(ticket, contact, { status: 'checking', identifier });
    const found = await this.#parts.lookups.byIdentifier(crm, identifier);
    const owners = found.filter(({ id }) => id !== contact.id);
    this.#assignment(ticket, contact, { status: 'offered', identifier, owners });
  }

  #assignment(ticket: Ticket, contact: Contact, assignment: NonNullable<Matched['assignment']>): void {
    const live = this.#current(ticket);
    if (live?.resolution.status !== 'matched' || live.resolution.contact.id !== contact.id) return;
    this.#set(ticket, { ...live.resolution, assignment });
  }

  #reason(
    ticket: Ticket,
    reason: Pick<MatchReason, 'by' | 'mergedFrom' | 'unknownContactId'>,
    contact: Contact,
  ): MatchReason {
    const live = this.#parts.desk.get(ticket.key);
    const { identifier } = ticket;
    const how = identifier ? carries(contact, identifier, this.#parts.region()) : false;
    const said = live?.facts.clientId?.value.trim();
    // A national number is read in the workspace's region: right, but not to the letter.
    const exact = how === 'exact' && (identifier?.kind !== 'phone' || /^(?:\+|00)/.test(said ?? ''));
    return {
      ...reason,
      ...(identifier && { identifier }),
      ...(reason.by === 'client-id' && { exact }),
      ...(reason.by === 'contact-id' && live && { contactIdFrom: live.contactIdFrom ?? 'contract' }),
    };
  }

  #remember(ticket: Ticket, contact: Contact): void {
    const live = this.#current(ticket);
    if (!live) return;
    const { channel, direction } = live.facts;
    const { desk } = this.#parts;
    const others = desk.state.recent.filter((one) => one.contact.id !== contact.id);
    desk.set({ recent: [{ contact, channel, direction, at: live.startedAt }, ...others].slice(0, 12) });
  }

  #fail(ticket: Ticket, cause: unknown): void {
    const live = this.#current(ticket);
    if (!live) return;
    const error: SafeCrmError = cause instanceof CrmError ? cause.safe : { code: 'bad-reply' };
    if (error.code === 'signed-out') {
      this.#parts.onSignedOut();
      return;
    }
    const attempt = live.resolution.status === 'failed' ? live.resolution.attempt + 1 : 1;
    const delay = retryDelay(error, attempt);
    // Candidates of a saved copy can still be chosen from; the choice will say what the CRM says.
    if (live.resolution.status === 'ambiguous') return;
    const { identifier } = ticket;
    const stale = staleOf(live.resolution);
    this.#set(ticket, {
      status: 'failed',
      error,
      attempt,
      ...(delay !== undefined && { retryAt: this.#parts.now() + delay }),
      ...(identifier && { identifier }),
      ...(stale && { stale }),
    });
  }

  #ticket(key: string): Ticket | undefined {
    const live = this.#parts.desk.get(key);
    if (!live) return undefined;
    this.cancel(key);
    return { key, generation: this.#generations.get(key) ?? 0, identifier: live.identifier };
  }

  /** The interaction, if this ticket may still be shown in it. */
  #current(ticket: Ticket): LiveInteraction | undefined {
    const live = this.#parts.desk.get(ticket.key);
    if (!live || this.#generations.get(ticket.key) !== ticket.generation) return undefined;
    if (ticket.identifier === undefined) return live.identifier === undefined ? live : undefined;
    return sameIdentifier(live.identifier, ticket.identifier) ? live : undefined;
  }

  #set(ticket: Ticket, resolution: Resolution): void {
    if (this.#current(ticket)) this.#parts.desk.patch(ticket.key, (live) => ({ ...live, resolution }));
  }
}

interface Anchor {
  contact: Contact;
  reason: MatchReason;
}

/** The contact an agent chose or made by hand, which no lookup overturns. */
export function anchorOf({ resolution }: LiveInteraction): Anchor | undefined {
  const shown =
    resolution.status === 'failed'
      ? resolution.stale
      : resolution.status === 'matched'
        ? resolution
        : undefined;
  return shown && (shown.reason.by === 'chosen' || shown.reason.by === 'created') ? shown : undefined;
}

function candidatesOf(resolution: Resolution | undefined): Contact[] {
  return resolution?.status === 'ambiguous' ? resolution.candidates : [];
}

function shownOf(resolution: Resolution): Pick<Matched, 'contact' | 'changed' | 'assignment'> | undefined {
  if (resolution.status === 'matched') return resolution;
  return resolution.status === 'failed' && resolution.stale
    ? { contact: resolution.stale.contact, changed: {} }
    : undefined;
}

function staleOf(
  resolution: Resolution,
): { contact: Contact; reason: MatchReason; freshness: Freshness } | undefined {
  if (resolution.status === 'failed') return resolution.stale;
  if (resolution.status !== 'matched') return undefined;
  const { contact, reason, freshness } = resolution;
  return { contact, reason, freshness };
}
