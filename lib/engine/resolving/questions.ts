import type { Crm } from '../../crms/crm.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import { type Identifier, questionKey } from '../../domain/contact/identifier.ts';
import { agentsErrand, type ErrandNow } from '../../domain/interaction/errand.ts';
import type { Asked, Lookups } from '../connection/lookups.ts';
import type { LiveStore } from '../live/live-store.ts';
import type { LookupBudget } from './lookup-budget.ts';
import type { Ticket, Tickets } from './tickets.ts';

export interface QuestionsParts {
  liveStore: LiveStore;
  tickets: Tickets;
  lookups: Lookups;
  /** Of what hosts may cause. */
  budget: LookupBudget;
  /** Requests that the CRM in use takes for a question at most. */
  plan: () => { getContact: number; findByIdentifier: number; organisations?: number };
}

/**
 * What the CRM is asked for an interaction: nothing goes to it but through here, where the budget of the interaction's host
 * counts it, and with it goes for whom it is asked. Each answers undefined where the ticket has ended meanwhile.
 */
export class Questions {
  readonly #parts: QuestionsParts;

  constructor(parts: QuestionsParts) {
    this.#parts = parts;
  }

  async byId(ticket: Ticket, crm: Crm, contactId: string): Promise<{ contact: Contact | null } | undefined> {
    const { lookups, plan } = this.#parts;
    const errand = this.#errandOf(ticket, false);
    if (!(await this.#mayAsk({ contactId }, plan().getContact, errand))) return undefined;
    const contact = await lookups.byId(crm, contactId, errand);
    return errand() && { contact };
  }

  /** `aside`: somebody is shown already, so it can wait for the questions of who calls. */
  async byIdentifier(
    ticket: Ticket,
    crm: Crm,
    identifier: Identifier,
    { aside = false } = {},
  ): Promise<Contact[] | undefined> {
    const { lookups, plan } = this.#parts;
    const errand = this.#errandOf(ticket, aside);
    const { findByIdentifier, organisations = 0 } = plan();
    const requests = findByIdentifier + (identifier.kind === 'phone' ? organisations : 0);
    if (!(await this.#mayAsk({ identifier }, requests, errand))) return undefined;
    const contacts = await lookups.byIdentifier(crm, identifier, errand);
    return errand() && contacts;
  }

  async #mayAsk(asked: Asked, requests: number, errand: ErrandNow): Promise<boolean> {
    const { lookups, budget } = this.#parts;
    if (!lookups.isUnderWay(asked)) await budget.take({ id: idOf(asked), requests }, errand);
    return errand() !== undefined;
  }

  #errandOf(ticket: Ticket, aside: boolean): ErrandNow {
    return () => {
      const live = this.#parts.tickets.current(ticket);
      if (!live) return undefined;
      if (ticket.asked) return agentsErrand();
      const urgent = live.key === this.#parts.liveStore.state.front || live.facts.state === 'offered';
      return { urgency: urgent && !aside ? 'urgent' : 'later', share: live.source.origin };
    };
  }
}

function idOf(asked: Asked): string {
  return 'contactId' in asked ? `contact ${asked.contactId}` : `identifier ${questionKey(asked.identifier)}`;
}
