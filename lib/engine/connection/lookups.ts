import type { Crm } from '../../crms/crm.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import {
  asksFor,
  type Identifier,
  identifierKey,
  questionKey,
  readingsOf,
} from '../../domain/contact/identifier.ts';
import { agentsErrand, type ErrandNow } from '../../domain/interaction/errand.ts';
import type { ContactCache } from '../cache/contact-cache.ts';
import { SharedQuestions } from '../waiting/shared-questions.ts';
import { carries, withDisplay } from './contact-match.ts';

/** CRM indexes lag: what we wrote ourselves is believed for this long against an answer that does not have it yet. */
const ownWriteMs = 60_000;

interface OwnWrite {
  identifier: Identifier;
  contacts: Contact[];
  /** ContactIDs that we took the identifier from. */
  lost: string[];
  at: number;
}

export interface LookupParts {
  cache: ContactCache;
  now: () => number;
  region: () => string;
}

/** A question that a CRM can be asked. */
export type Asked = { contactId: string } | { identifier: Identifier };

/** What becomes of one answer of the CRM. */
export interface Answer {
  /** The contact, kept for later and spelled for eyes. */
  keep(contact: Contact): Contact;
  /** The same of a contact that a write of ours has changed: what it carries no more, it is not found by any more. */
  saved(contact: Contact): Contact;
  /** After a write of ours `contacts` carry the identifier and `lost` do not, whatever a lagging index says for a while. */
  wrote(identifier: Identifier, contacts: Contact[], lost?: string[]): void;
}

/**
 * Reads contacts from the CRM and keeps what it says. Identical lookups under way share one request; an answer is
 * filtered again by the normalised identifier, since CRM searches over-match.
 */
export class Lookups {
  readonly #parts: LookupParts;
  readonly #found = new SharedQuestions<Contact[]>();
  readonly #read = new SharedQuestions<Contact | null>();
  #epoch = 0;
  readonly #ownWrites = new Map<string, OwnWrite>();

  constructor(parts: LookupParts) {
    this.#parts = parts;
  }

  /** The very same is being asked: who joins costs the CRM nothing. */
  isUnderWay(asked: Asked): boolean {
    return 'contactId' in asked
      ? this.#read.isUnderWay(asked.contactId)
      : this.#found.isUnderWay(questionKey(asked.identifier));
  }

  /** Every contact that carries the identifier, by the CRM's word. Of an agent's own click, where nothing else is said. */
  byIdentifier(crm: Crm, identifier: Identifier, errand: ErrandNow = agentsErrand): Promise<Contact[]> {
    return this.#found.ask(questionKey(identifier), errand, (signal) => this.#ask(crm, identifier, signal));
  }

  /** null: the CRM does not know it. */
  byId(crm: Crm, id: string, errand: ErrandNow = agentsErrand): Promise<Contact | null> {
    return this.#read.ask(id, errand, async (signal) => {
      const { keep } = this.begin();
      const epoch = this.#epoch;
      const contact = await crm.getContact(id, { signal });
      if (contact !== null) return keep(contact);
      // Of another sign-in the same id may be somebody else's.
      if (epoch === this.#epoch) void this.#parts.cache.forgetContact(id);
      return null;
    });
  }

  /** Take it before asking the CRM: once the agent is signed out, nothing of the answer is kept. */
  begin(): Answer {
    const epoch = this.#epoch;
    const { cache, now, region } = this.#parts;
    const keep = (contact: Contact): Contact => {
      const shown = withDisplay(contact, region());
      if (epoch === this.#epoch) void cache.putContact(shown, now());
      return shown;
    };
    return {
      keep,
      saved: (contact) => {
        const shown = keep(contact);
        if (epoch !== this.#epoch) return shown;
        this.#read.forget((id) => id === contact.id);
        for (const own of this.#ownWrites.values()) {
          const now = carries(shown, own.identifier, region()) ? [shown] : [];
          own.contacts = own.contacts.flatMap((one) => (one.id === shown.id ? now : [one]));
        }
        return shown;
      },
      wrote: (identifier, contacts, lost = []) => {
        if (epoch !== this.#epoch) return;
        const key = identifierKey(identifier);
        for (const [other, { at }] of this.#ownWrites)
          if (at <= now() - ownWriteMs) this.#ownWrites.delete(other);
        this.#ownWrites.set(key, { identifier, contacts, lost, at: now() });
        this.#found.forget((question) => asksFor(question, identifier));
        void cache.putLookup(identifier, contacts, now());
      },
    };
  }

  /** Another CRM, another person, or none: nothing that is under way or was written counts any more. */
  reset(): void {
    this.#epoch += 1;
    this.#found.clear();
    this.#read.clear();
    this.#ownWrites.clear();
  }

  async #ask(crm: Crm, identifier: Identifier, signal: AbortSignal): Promise<Contact[]> {
    const { cache, now, region } = this.#parts;
    const asked = now();
    const epoch = this.#epoch;
    const answer = await crm.findByIdentifier(identifier, { signal });
    const found = answer
      .filter((contact) => contact.via !== undefined || carries(contact, identifier, region()))
      .map((contact) => withDisplay(contact, region()));
    const own = readingsOf(identifier).flatMap((one) => this.#ownWrites.get(identifierKey(one)) ?? []);
    const contacts = own.filter(({ at }) => at > asked - ownWriteMs).reduce(withOwn, found);
    if (epoch === this.#epoch) void cache.putLookup(identifier, contacts, now());
    return contacts;
  }
}

/** What the CRM found, with what we wrote ourselves laid over it. */
function withOwn(found: Contact[], { contacts, lost }: OwnWrite): Contact[] {
  const missing = contacts.filter(({ id }) => !found.some((one) => one.id === id));
  return [...found.filter(({ id }) => !lost.includes(id)), ...missing];
}
