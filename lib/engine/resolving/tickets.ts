import type { Identifier } from '../../domain/contact/identifier.ts';
import { sameQuestion } from '../../domain/contact/identifier.ts';
import { connectionsFor } from '../../domain/interaction/connections-of.ts';
import { answerOf, withAnswer } from '../../domain/interaction/join-answers.ts';
import type { AnsweredInteraction, Resolution } from '../../domain/interaction/live.ts';
import type { LiveStore } from '../live/live-store.ts';

/** A lookup's right to be shown: it ends when another lookup begins for the interaction or the identifier changes. */
export interface Ticket {
  key: string;
  generation: number;
  identifier: Identifier | undefined;
  /** An agent's own click opened it, not what a host said. */
  asked: boolean;
}

/** Looking who is gone takes time that grows with the interactions: not at every ticket. */
const room = 50;

/**
 * Of one CRM: its reply is shown only if interaction, identifier and generation all still match (A10). Nothing else writes
 * its answers.
 */
export class Tickets {
  readonly #liveStore: LiveStore;
  readonly #crm: string;
  /** Of the ticket that counts for an interaction; those that have none, or are gone, have none here. */
  readonly #generations = new Map<string, number>();
  /** Over all interactions, and never again the same: an id that comes back must not meet a lookup of its former life. */
  #last = 0;

  constructor(liveStore: LiveStore, crm: string) {
    this.#liveStore = liveStore;
    this.#crm = crm;
  }

  /** A new ticket; all earlier ones of the interaction end. */
  open(key: string, { asked = false } = {}): Ticket | undefined {
    const live = this.#liveStore.get(key);
    if (!live) return undefined;
    this.#last += 1;
    this.#generations.set(key, this.#last);
    this.#forgetGone();
    return { key, generation: this.#last, identifier: live.identifier, asked };
  }

  cancel(key: string): void {
    this.#generations.delete(key);
  }

  /** An interaction that has left without a word of it. */
  #forgetGone(): void {
    const { interactions } = this.#liveStore.state;
    if (this.#generations.size <= interactions.length + room) return;
    const there = new Set(interactions.map(({ key }) => key));
    for (const key of this.#generations.keys()) if (!there.has(key)) this.#generations.delete(key);
  }

  /** The interaction with what this CRM alone answers, if this ticket may still be shown in it. */
  current(ticket: Ticket): AnsweredInteraction | undefined {
    const live = this.#liveStore.get(ticket.key);
    if (!live || this.#generations.get(ticket.key) !== ticket.generation) return undefined;
    if (!sameQuestion(live.identifier, ticket.identifier)) return undefined;
    // Of a CRM that is not asked for this host, or not any more, nobody is shown.
    if (!connectionsFor(this.#liveStore.state, live.source.origin).some(({ id }) => id === this.#crm))
      return undefined;
    return { ...live, resolution: answerOf(live, this.#crm) };
  }

  /** undefined: it is not asked. */
  set(ticket: Ticket, resolution: Resolution | undefined): void {
    if (this.current(ticket))
      this.#liveStore.patch(ticket.key, (live) => withAnswer(live, this.#crm, resolution));
  }
}
