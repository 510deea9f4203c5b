import type { Crm } from '../../crms/crm.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { Connections } from '../connection/connections.ts';
import { withDisplay } from '../connection/contact-match.ts';
import type { Standing } from '../connection/standing.ts';

/** What an agent looks up by hand; where the CRM does not answer or cannot search, the saved copies do, and the reply says so (A9). */
export class Reads {
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /** In this CRM. */
  async search(id: string, query: string): Promise<{ ok: true; contacts: Contact[]; cached?: boolean }> {
    if (query.trim() === '') return { ok: true, contacts: [] };
    const { stores, standing, capabilities, region } = this.#connections.must(id);
    const { cache } = stores;
    const crm = mustAsk(standing);
    if (!capabilities().search) return { ok: true, contacts: await cache.search(query), cached: true };
    try {
      const found = await crm.search(query);
      return { ok: true, contacts: found.map((contact) => withDisplay(contact, region())) };
    } catch (cause) {
      const contacts = isOutage(cause) ? await cache.search(query) : [];
      if (contacts.length === 0) throw cause;
      return { ok: true, contacts, cached: true };
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

function mustAsk(standing: Standing): Crm {
  const crm = standing.crm();
  if (!crm) throw new CrmError({ code: 'signed-out' });
  return crm;
}

/** The copies may stand in for a CRM that fails, never for one that has signed the agent out. */
function isOutage(cause: unknown): boolean {
  return cause instanceof CrmError && cause.safe.code !== 'signed-out' && cause.safe.code !== 'not-allowed';
}
