import type { Crm } from '../../crms/crm.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { type Found, isCut, type WhyFound } from '../../domain/search/found.ts';
import { rankFound } from '../../domain/search/rank-found.ts';
import type { Connections } from '../connection/connections.ts';
import { withDisplay } from '../connection/contact-match.ts';
import type { Standing } from '../connection/standing.ts';

/** What a search by hand is answered: best first, with why each was found. `cached`: saved copies, in place of the CRM. */
export interface SearchReply extends Found {
  ok: true;
  cached?: boolean;
  why?: WhyFound;
}

const mostShown = 20;
/** With fewer from the CRM, the agent may have spelled the name in a way that it does not forgive. */
const fewFound = 5;

/** What an agent looks up by hand; where the CRM does not answer or cannot search, the saved copies do, and the reply says so (A9). */
export class Reads {
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /** In this CRM; where it finds hardly anybody, also in the saved copies, which forgive more than most CRMs. */
  async search(id: string, query: string): Promise<SearchReply> {
    if (query.trim() === '') return { ok: true, contacts: [] };
    const { stores, standing, capabilities, region } = this.#connections.must(id);
    const { cache } = stores;
    const crm = mustAsk(standing);
    if (!capabilities().search) return copiesFor(query, await cache.search(query));
    try {
      const found = await crm.search(query);
      const answer = answerFor(query, {
        ...found,
        contacts: found.contacts.map((contact) => withDisplay(contact, region())),
      });
      if (answer.contacts.length >= fewFound || isCut(answer)) return answer;
      return withCopies(answer, query, await cache.search(query));
    } catch (cause) {
      const copies = isOutage(cause) ? await cache.search(query) : { contacts: [] };
      if (copies.contacts.length === 0) throw cause;
      return copiesFor(query, copies);
    }
  }

  async get(
    id: string,
  ): Promise<{ ok: true; contact: Contact; cached?: boolean } | { ok: false; error: SafeCrmError }> {
    const { stores, lookups, standing } = this.#connections.ofContact(id);
    try {
      const contact = await lookups.byId(mustAsk(standing), id);
      return contact ? { ok: true, contact } : { ok: false, error: { code: 'not-found' } };
    } catch (cause) {
      const cached = isOutage(cause) ? await stores.cache.getContact(id) : undefined;
      if (!cached) throw cause;
      return { ok: true, contact: cached.contact, cached: true };
    }
  }
}

function answerFor(query: string, { contacts: found, total, more }: Found): SearchReply {
  const { contacts, why } = rankFound(query, found);
  const all = total ?? (more ? undefined : contacts.length);
  return {
    ok: true,
    contacts: contacts.slice(0, mostShown),
    ...(all === undefined ? { more: true } : all > mostShown && { total: all }),
    why,
  };
}

function copiesFor(query: string, copies: Found): SearchReply {
  return { ...answerFor(query, copies), cached: true };
}

/** Those that the CRM did not name, behind those that it did. */
function withCopies(answer: SearchReply, query: string, copies: Found): SearchReply {
  const known = new Set(answer.contacts.map(({ id }) => id));
  const others = rankFound(
    query,
    copies.contacts.filter(({ id }) => !known.has(id)),
  );
  const why = Object.entries(others.why).map(([id, by]) => [id, { ...by, copy: true as const }]);
  return {
    ...answer,
    contacts: [...answer.contacts, ...others.contacts].slice(0, mostShown),
    why: { ...answer.why, ...Object.fromEntries(why) },
  };
}

function mustAsk(standing: Standing): Crm {
  const crm = standing.crm();
  if (!crm) throw new CrmError({ code: 'signed-out' });
  return crm;
}

/** The copies may stand in for a CRM that fails, never for one that has signed the agent out. */
function isOutage(cause: unknown): boolean {
  return cause instanceof CrmError && cause.safe.code !== 'signed-out' && cause.safe.code !== 'not-allowed';
}
