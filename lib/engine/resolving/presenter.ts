import type { Contact } from '../../domain/contact/contact.ts';
import { contactLimits, limitCandidates, limitContact } from '../../domain/contact/contact-limits.ts';
import { type Identifier, sameIdentifier } from '../../domain/contact/identifier.ts';
import { CrmError, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import { connectionsFor } from '../../domain/interaction/connections-of.ts';
import type { Assignment, Freshness, MatchReason } from '../../domain/interaction/live.ts';
import { isInternational } from '../../domain/numbers/phone.ts';
import { carries, changedFields, readAsOf } from '../connection/contact-match.ts';
import type { LiveStore } from '../live/live-store.ts';
import { shownOf, staleOf } from '../live/resolution-parts.ts';
import { withoutIdentifier } from '../live/without-identifier.ts';
import { retryDelay } from '../waiting/retry-delay.ts';
import type { Ticket, Tickets } from './tickets.ts';

export interface PresenterParts {
  liveStore: LiveStore;
  tickets: Tickets;
  now: () => number;
  region: () => string;
  onSignedOut: () => void;
}

/** How an answer is to be read. */
export interface Reading {
  freshness: Freshness;
  /** A newer answer is on its way. */
  revalidating?: boolean;
  /** The host named a ContactID that the CRM does not know. */
  unknownContactId?: boolean;
}

/** A reason before it is known how the identifier matched. */
export type Grounds = Pick<MatchReason, 'by' | 'mergedFrom' | 'unknownContactId'>;

const keptRecent = 12;
/** Longer a CRM holds up no other's answer. */
const slowMs = 1_500;
const mostCandidates = 20;

/** Puts answers on screen, if their ticket still counts. */
export class Presenter {
  readonly #parts: PresenterParts;

  constructor(parts: PresenterParts) {
    this.#parts = parts;
  }

  /**
   * Of several CRMs each is seen to be asked from the first moment on, whatever it waits for itself; and the others wait for
   * it a moment only.
   */
  begins(ticket: Ticket, by: 'contact-id' | 'client-id'): void {
    const { liveStore, tickets, now } = this.#parts;
    const live = tickets.current(ticket);
    if (!live || connectionsFor(liveStore.state, live.source.origin).length < 2) return;
    const isIdle = live.resolution.status === 'idle';
    if (isIdle && (ticket.identifier || by === 'contact-id')) this.looking(ticket, by);
    const begun = tickets.current(ticket)?.resolution;
    const waited = begun?.status === 'resolving' ? now() - begun.since : 0;
    setTimeout(
      () => {
        const answer = tickets.current(ticket)?.resolution;
        if (answer?.status === 'resolving') tickets.set(ticket, { ...answer, slow: true });
      },
      Math.min(slowMs, Math.max(0, slowMs - waited)),
    );
  }

  /** What is on screen stays there while it is looked for again. */
  looking(ticket: Ticket, by: 'contact-id' | 'client-id'): void {
    const status = this.#parts.tickets.current(ticket)?.resolution.status;
    if (status !== 'idle' && status !== 'withheld' && status !== 'no-number' && status !== 'unmatched')
      return;
    const { identifier } = ticket;
    const since = this.#parts.now();
    this.#parts.tickets.set(ticket, { status: 'resolving', by, since, ...(identifier && { identifier }) });
  }

  /** Who carries the identifier, by the CRM's or a copy's word: one is shown, several are offered. */
  found(ticket: Ticket, identifier: Identifier, contacts: Contact[], reading: Reading): void {
    const live = this.#parts.tickets.current(ticket);
    if (!live) return;
    const { freshness } = reading;
    const about = reading.unknownContactId ? { unknownContactId: true } : {};
    const rejected = live.rejected.length > 0;
    const carriers = contacts.filter(({ id }) => !live.rejected.includes(id));
    const known = carriers.slice(0, mostCandidates);
    const more = carriers.length > known.length && { more: true as const };
    const [first] = known;
    // After a *Not this person* nobody is shown by itself any more, only offered; nor is one of an organisation's people.
    if (first && known.length === 1 && !rejected && !first.via) {
      this.match(ticket, first, { by: 'client-id', ...about }, reading);
    } else if (first) {
      const candidates = limitCandidates(known);
      const found = { candidates, ...more, identifier, freshness, ...about };
      this.#parts.tickets.set(ticket, { status: 'ambiguous', ...found });
    } else {
      this.#parts.tickets.set(ticket, {
        status: 'unmatched',
        identifier,
        at: freshness.at,
        rejected,
        ...about,
      });
    }
  }

  nothingToLookFor(ticket: Ticket, unknownContactId: boolean): void {
    const { tickets, now } = this.#parts;
    const live = tickets.current(ticket);
    if (!live) return;
    const rejected = live.rejected.length > 0;
    if (rejected || unknownContactId) {
      const about = unknownContactId ? { unknownContactId } : {};
      tickets.set(ticket, { status: 'unmatched', at: now(), rejected, ...about });
    } else tickets.set(ticket, withoutIdentifier(live));
  }

  match(ticket: Ticket, contact: Contact, grounds: Grounds, reading: Reading): void {
    const live = this.#parts.tickets.current(ticket);
    if (!live) return;
    const before = shownOf(live.resolution);
    const same = before?.contact.id === contact.id ? before : undefined;
    const assignment = this.#stillOpen(ticket, same?.assignment, contact);
    this.#parts.tickets.set(ticket, {
      status: 'matched',
      contact,
      reason: this.#reason(ticket, grounds, contact),
      freshness: reading.freshness,
      revalidating: reading.revalidating ?? false,
      changed: same ? { ...changedFields(same.contact, contact), ...same.changed } : {},
      ...(assignment && { assignment }),
    });
    this.#remember(ticket, contact);
  }

  assignment(ticket: Ticket, contact: Contact, assignment: Assignment): void {
    const live = this.#parts.tickets.current(ticket);
    if (live?.resolution.status !== 'matched' || live.resolution.contact.id !== contact.id) return;
    this.#parts.tickets.set(ticket, { ...live.resolution, assignment });
  }

  /** Nothing is asked of it. */
  noAssignment(ticket: Ticket, contact: Contact): void {
    const live = this.#parts.tickets.current(ticket);
    if (live?.resolution.status !== 'matched' || live.resolution.contact.id !== contact.id) return;
    const { assignment: _, ...rest } = live.resolution;
    this.#parts.tickets.set(ticket, rest);
  }

  fail(ticket: Ticket, cause: unknown): void {
    const { tickets, now, onSignedOut } = this.#parts;
    const live = tickets.current(ticket);
    if (!live) return;
    const error: SafeCrmError = cause instanceof CrmError ? cause.safe : { code: 'bad-reply' };
    if (error.code === 'signed-out') {
      onSignedOut();
      return;
    }
    // Candidates of a saved copy can still be chosen from; the choice will say what the CRM says.
    if (live.resolution.status === 'ambiguous') return;
    const attempt = live.resolution.status === 'failed' ? live.resolution.attempt + 1 : 1;
    const delay = retryDelay(error, attempt);
    const stale = staleOf(live.resolution);
    tickets.set(ticket, {
      status: 'failed',
      error,
      attempt,
      ...(delay !== undefined && { retryAt: now() + delay }),
      ...(ticket.identifier && { identifier: ticket.identifier }),
      ...(stale && { stale }),
    });
  }

  #stillOpen(ticket: Ticket, assignment: Assignment | undefined, contact: Contact): Assignment | undefined {
    if (!assignment || !sameIdentifier(assignment.identifier, ticket.identifier)) return undefined;
    const open = assignment.status !== 'done' && assignment.status !== 'undone';
    return open && carries(contact, assignment.identifier, this.#parts.region()) ? undefined : assignment;
  }

  #reason(ticket: Ticket, grounds: Grounds, contact: Contact): MatchReason {
    const live = this.#parts.liveStore.get(ticket.key);
    const { identifier } = ticket;
    const how = identifier ? carries(contact, identifier, this.#parts.region()) : false;
    const text = live?.facts.clientId?.value ?? '';
    const read =
      identifier?.kind === 'phone' && how !== false
        ? readAsOf(contact, text, this.#parts.region())
        : undefined;
    // A national number is read in the workspace's region, whether the host said it or the CRM holds it: a guess.
    const said = identifier?.kind !== 'phone' || isInternational(text);
    const guessed = (how !== false && !said && !read) || how === 'assumed';
    const country = live?.country ?? this.#parts.region();
    return {
      ...grounds,
      ...(identifier && { identifier }),
      ...(grounds.by === 'client-id' && { exact: how === 'exact' && said && !read }),
      ...(grounds.by === 'client-id' && guessed && { assumedCountry: country }),
      ...(grounds.by === 'client-id' && read),
      ...(grounds.by === 'contact-id' && { contactIdFrom: live?.contactIdFrom ?? 'contract' }),
    };
  }

  /** Of whom was on screen: another CRM may have said before who it is. */
  #remember(ticket: Ticket, contact: Contact): void {
    const { liveStore } = this.#parts;
    const live = liveStore.get(ticket.key);
    if (live?.resolution.status !== 'matched' || live.resolution.contact.id !== contact.id) return;
    const { channel, direction } = live.facts;
    const others = liveStore.state.recent.filter((one) => one.contact.id !== contact.id);
    const recent = [
      {
        contact: limitContact(contact, { whole: contactLimits.recent }),
        channel,
        direction,
        at: live.startedAt,
      },
      ...others,
    ];
    liveStore.set({ recent: recent.slice(0, keptRecent) });
  }
}
