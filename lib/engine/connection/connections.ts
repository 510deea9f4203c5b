import { crmOfRef } from '../../domain/contact/contact-ref.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { connectionsFor } from '../../domain/interaction/connections-of.ts';
import type { LiveStore } from '../live/live-store.ts';
import type { CrmConnection } from './connection.ts';

export interface ConnectionsParts {
  liveStore: LiveStore;
  open: (id: string) => CrmConnection;
}

/** The CRMs that are asked, each by the id that the settings give it. */
export class Connections {
  readonly #parts: ConnectionsParts;
  readonly #all = new Map<string, CrmConnection>();

  constructor(parts: ConnectionsParts) {
    this.#parts = parts;
  }

  /** The same one for the same id, from the first word of it on. */
  open(id: string): CrmConnection {
    const known = this.#all.get(id) ?? this.#parts.open(id);
    this.#all.set(id, known);
    return known;
  }

  /** Those that anything was ever heard of. */
  all(): CrmConnection[] {
    return [...this.#all.values()];
  }

  get(id: string): CrmConnection | undefined {
    return this.#all.get(id);
  }

  /** Throws CrmError where there is none of this id. */
  must(id: string): CrmConnection {
    const one = this.#all.get(id);
    if (!one) throw new CrmError({ code: 'signed-out' });
    return one;
  }

  /** That a contact is of. Throws CrmError. */
  ofContact(contactId: string): CrmConnection {
    return this.must(crmOfRef(contactId));
  }

  /** Those that are asked for a host's interactions, in the order of the settings. */
  for(origin: string | undefined): CrmConnection[] {
    return connectionsFor(this.#parts.liveStore.state, origin).flatMap(({ id }) => this.#all.get(id) ?? []);
  }

  /**
   * In which region a host's numbers are read: one for all CRMs, since a call is of one number. The first that has said
   * where it is counts.
   */
  regionFor(origin: string): string {
    for (const { workspace } of this.for(origin)) if (workspace.region !== undefined) return workspace.region;
    return 'ZZ';
  }
}
