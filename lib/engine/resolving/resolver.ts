import type { Crm } from '../../crms/crm.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import { isCut, limitCandidates } from '../../domain/contact/contact-limits.ts';
import { contactRef, idOfRef } from '../../domain/contact/contact-ref.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import type { CrmConnection } from '../connection/connection.ts';
import { carries } from '../connection/contact-match.ts';
import type { CrmStores } from '../live/engine-parts.ts';
import type { LiveStore } from '../live/live-store.ts';
import { type Anchor, anchorOf } from '../live/resolution-parts.ts';
import { LookupBudget } from './lookup-budget.ts';
import { Presenter } from './presenter.ts';
import { Questions } from './questions.ts';
import { type Choices, readChoice } from './read-choice.ts';
import { type Ticket, Tickets } from './tickets.ts';

export interface ResolverParts {
  liveStore: LiveStore;
  connection: CrmConnection;
  now: () => number;
  /** Of all CRMs. */
  choices: Choices;
  /** The agent's choice is shown: what was chosen in another CRM is not any more. */
  onChosen: (key: string) => void;
  /** The ContactIDs that this host names are this CRM's. */
  isNamed: (origin: string) => boolean;
  /** Milliseconds: `fresh` is shown without asking again, `stale` while asking, misses are believed for `miss`. */
  lives: () => { fresh: number; stale: number; miss: number };
  onSignedOut: () => void;
}

type Parts = Pick<CrmConnection, 'lookups' | 'standing' | 'region'> & Pick<CrmStores, 'cache'>;

/** Whom the question names from whom an identifier would be taken. */
const mostOwners = 20;

/** Turns interactions into one CRM's contacts: by what the agent chose, else the host's ContactID, else the ClientID. */
export class Resolver {
  readonly #parts: ResolverParts & Parts;
  readonly #tickets: Tickets;
  readonly #presenter: Presenter;
  readonly #questions: Questions;

  constructor(given: ResolverParts) {
    const { liveStore, connection, now } = given;
    const { id, lookups, stores, standing, region, plan } = connection;
    const parts = { ...given, lookups, cache: stores.cache, standing, region };
    this.#parts = parts;
    this.#tickets = new Tickets(liveStore, id);
    this.#presenter = new Presenter({ ...parts, tickets: this.#tickets });
    this.#questions = new Questions({
      liveStore,
      lookups,
      plan,
      tickets: this.#tickets,
      budget: new LookupBudget(now),
    });
  }

  /** Looks (again) for who this is. `asked`: the agent wants the CRM's word, however fresh the copy. */
  start(key: string, { asked = false } = {}): void {
    const ticket = this.#tickets.open(key, { asked });
    if (ticket) void this.#guarded(ticket, this.#run(ticket, asked));
  }

  /** Nothing that is under way for this interaction may be shown any more. */
  cancel(key: string): void {
    this.#tickets.cancel(key);
  }

  /** The agent says who it is: shown at once where we have a copy, then as the CRM has it. */
  choose(key: string, contactId: string): Promise<Contact | null> {
    return readChoice(this.#parts, { key, contactId }, (contact, from) => this.#choose(key, contact, from));
  }

  /**
   * *Not this person*: whoever else is known to carry the identifier is offered, nobody is shown by itself. Reads only
   * the saved copies.
   */
  async afterReject(key: string): Promise<void> {
    const ticket = this.#tickets.open(key);
    if (!ticket) return;
    const { identifier } = ticket;
    const at = this.#parts.now();
    this.#tickets.set(ticket, { status: 'unmatched', at, rejected: true, ...(identifier && { identifier }) });
    if (!identifier) return;
    const cached = await this.#parts.cache.findByIdentifier(identifier);
    if (!cached) return;
    const freshness = { from: 'cache', at: cached.at } as const;
    this.#presenter.found(ticket, identifier, cached.contacts, { freshness });
  }

  /** Shows the contact that the agent has just made. */
  created(key: string, contact: Contact): void {
    const ticket = this.#tickets.open(key, { asked: true });
    if (!ticket) return;
    this.#presenter.match(ticket, contact, { by: 'created' }, this.#justRead('crm'));
    this.#parts.onChosen(key);
    void this.#guarded(ticket, this.#offerAssignment(ticket, contact));
  }

  #choose(key: string, contact: Contact, from: 'cache' | 'crm'): void {
    const taken = (live: LiveInteraction) => live.rejected.filter((id) => id !== contact.id);
    this.#parts.liveStore.patch(key, (live) => ({ ...live, rejected: taken(live) }));
    const ticket = this.#tickets.open(key, { asked: true });
    if (!ticket) return;
    const reading = { ...this.#justRead(from), revalidating: from === 'cache' };
    this.#presenter.match(ticket, contact, { by: 'chosen' }, reading);
    this.#parts.onChosen(key);
    void this.#guarded(ticket, this.#run(ticket, true));
  }

  async #guarded(ticket: Ticket, work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => this.#presenter.fail(ticket, error));
  }

  async #run(ticket: Ticket, asked: boolean): Promise<void> {
    const crm = this.#parts.standing.crm();
    if (!crm) {
      this.#tickets.set(ticket, undefined);
      return;
    }
    const begun = this.#tickets.current(ticket);
    this.#presenter.begins(ticket, begun && this.#named(begun) !== undefined ? 'contact-id' : 'client-id');
    await this.#parts.connection.workspace.ready();
    const live = this.#tickets.current(ticket);
    if (!live) return;
    const anchor = anchorOf(live);
    if (anchor) return this.#refreshAnchor(ticket, crm, anchor);
    const contactId = this.#named(live);
    const named = contactId !== undefined && !live.rejected.includes(contactId);
    if (named && (await this.#byContactId(ticket, crm, contactId, asked))) return;
    return this.#byClientId(ticket, crm, { asked, unknownContactId: named });
  }

  #named({ facts, source }: LiveInteraction): string | undefined {
    const { connection, isNamed } = this.#parts;
    if (facts.contactId === undefined || !isNamed(source.origin)) return undefined;
    return contactRef(connection.id, facts.contactId);
  }

  /** The contact the agent chose or made stays; only its details are read again, and the offer to assign renewed. */
  async #refreshAnchor(ticket: Ticket, crm: Crm, { contact: before, reason }: Anchor): Promise<void> {
    const read = await this.#questions.byId(ticket, crm, before.id);
    if (!read) return;
    const { contact } = read;
    // What was created a moment ago may not be readable yet; what was chosen and is gone, is gone.
    if (contact === null && reason.by === 'chosen') return this.#byClientId(ticket, crm, { asked: true });
    const shown = contact ?? before;
    this.#presenter.match(ticket, shown, { by: reason.by }, this.#justRead('crm'));
    await this.#offerAssignment(ticket, shown);
  }

  /** False where the CRM does not know the ContactID, or the agent said that it is not this person. */
  async #byContactId(ticket: Ticket, crm: Crm, contactId: string, asked: boolean): Promise<boolean> {
    const { cache, now, lives } = this.#parts;
    const cached = await cache.getContact(contactId);
    const old = age(cached, now());
    const enough = !asked && old < lives().fresh;
    if (cached && !this.#retrying(ticket) && old < lives().stale) {
      const reading = { freshness: { from: 'cache', at: cached.at }, revalidating: !enough } as const;
      this.#presenter.match(ticket, cached.contact, { by: 'contact-id' }, reading);
      if (enough) return this.#offerAssignment(ticket, cached.contact).then(() => true);
    } else this.#presenter.looking(ticket, 'contact-id');
    const read = await this.#questions.byId(ticket, crm, contactId);
    const live = this.#tickets.current(ticket);
    if (!read || !live) return true;
    const { contact } = read;
    if (contact === null || live.rejected.includes(contact.id)) return false;
    const merged = contact.id === contactId ? {} : { mergedFrom: idOfRef(contactId) };
    this.#presenter.match(ticket, contact, { by: 'contact-id', ...merged }, this.#justRead('crm'));
    await this.#offerAssignment(ticket, contact);
    return true;
  }

  async #byClientId(
    ticket: Ticket,
    crm: Crm,
    { asked = false, unknownContactId = false }: { asked?: boolean; unknownContactId?: boolean },
  ): Promise<void> {
    const { cache, now, lives, region } = this.#parts;
    const { identifier } = ticket;
    if (!identifier) {
      this.#presenter.nothingToLookFor(ticket, unknownContactId);
      return;
    }
    const cached = await cache.findByIdentifier(identifier);
    const old = age(cached, now());
    const held =
      cached?.contacts.filter((one) => one.via !== undefined || carries(one, identifier, region())) ?? [];
    const enough = !asked && old < (held.length > 0 ? lives().fresh : lives().miss);
    const usable = enough || (held.length > 0 && old < lives().stale);
    if (cached && usable && !this.#retrying(ticket)) {
      const reading = { freshness: { from: 'cache', at: cached.at }, revalidating: !enough } as const;
      this.#presenter.found(ticket, identifier, held, { ...reading, unknownContactId });
      if (enough) return;
    } else this.#presenter.looking(ticket, 'client-id');
    const found = await this.#questions.byIdentifier(ticket, crm, identifier);
    if (!found) return;
    this.#presenter.found(ticket, identifier, found, { ...this.#justRead('crm'), unknownContactId });
  }

  /** A1, A7: the contact shown does not carry this interaction's ClientID; who has it now is asked before offering. */
  async #offerAssignment(ticket: Ticket, contact: Contact): Promise<void> {
    const { identifier } = ticket;
    const live = this.#tickets.current(ticket);
    const crm = this.#parts.standing.crm();
    if (!identifier || !crm || live?.resolution.status !== 'matched' || contact.readOnly) return;
    const answered = live.resolution.assignment?.status;
    if (answered === 'done' || answered === 'undone' || live.declined.includes(contact.id)) return;
    // Of one with more identifiers than are kept nobody knows here whether it has this one.
    if (carries(contact, identifier, this.#parts.region()) || isCut(contact, 'identifiers')) return;
    const { identifiers, link, move } = this.#parts.connection.capabilities();
    const impossible = { status: 'impossible', identifier } as const;
    if (!identifiers.includes(identifier.kind) || !(link || move)) {
      this.#presenter.assignment(ticket, contact, impossible);
      return;
    }
    if (answered === undefined)
      this.#presenter.assignment(ticket, contact, { status: 'checking', identifier });
    const found = await this.#questions.byIdentifier(ticket, crm, identifier, { aside: true });
    if (!found) return;
    // The number is the organisation's, and whoever calls from it need not have it themselves.
    if (found.some(({ id, via }) => id === contact.id && via !== undefined)) {
      this.#presenter.noAssignment(ticket, contact);
      return;
    }
    const others = found.filter(({ id, via, readOnly }) => id !== contact.id && !via && !readOnly);
    const owners = limitCandidates(others.slice(0, mostOwners));
    const offered = { status: 'offered', identifier, owners } as const;
    // What nobody has can only be added.
    this.#presenter.assignment(ticket, contact, link || owners.length > 0 ? offered : impossible);
  }

  /** After a failure only the CRM's answer changes what is on screen. */
  #retrying(ticket: Ticket): boolean {
    return this.#tickets.current(ticket)?.resolution.status === 'failed';
  }

  #justRead(from: 'cache' | 'crm') {
    return { freshness: { from, at: this.#parts.now() } };
  }
}

/** In milliseconds. What is from a time to come is of no known age: the clock was set back since, and it may be old. */
function age(copy: { at: number } | undefined, now: number): number {
  return copy && copy.at <= now ? now - copy.at : Number.POSITIVE_INFINITY;
}
