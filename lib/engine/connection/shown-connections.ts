import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { Connection } from '../../domain/interaction/live.ts';
import type { Settings } from '../../domain/settings.ts';
import type { CrmLink } from '../live/engine-parts.ts';
import type { LiveStore } from '../live/live-store.ts';

export interface ShownConnectionsParts {
  liveStore: LiveStore;
  now: () => number;
  settings: () => Settings;
}

/** Our standing with each CRM as views get it: in the order of the settings, and without the means to reach any. */
export class ShownConnections {
  readonly #parts: ShownConnectionsParts;

  constructor(parts: ShownConnectionsParts) {
    this.#parts = parts;
  }

  get(id: string): Connection | undefined {
    return this.#parts.liveStore.state.connections.find((one) => one.id === id);
  }

  /** As it is now; one that is not connected is not there. */
  put(id: string, link: CrmLink): void {
    const { connections } = this.#parts.liveStore.state;
    const shown = shownOf(id, link, this.get(id));
    const others = connections.filter((one) => one.id !== id);
    this.#set(shown ? [...others, shown] : others);
  }

  patch(id: string, change: (connection: Connection) => Connection): void {
    this.#set(this.#parts.liveStore.state.connections.map((one) => (one.id === id ? change(one) : one)));
  }

  /** It does not answer, until the next time without an error. */
  away(id: string, error: SafeCrmError | undefined): void {
    const one = this.get(id);
    if (one?.status !== 'ready' || one.away?.error.code === error?.code) return;
    this.patch(id, () => {
      const { away, ...rest } = one;
      return error ? { ...rest, away: { error, since: away?.since ?? this.#parts.now() } } : rest;
    });
  }

  /** Whether the agent who is signed in may create contacts there, as the CRM has said last. */
  mayCreate(id: string, may: boolean): void {
    const one = this.get(id);
    if (one?.status !== 'ready' || (one.mayNotCreate === undefined) === may) return;
    const { mayNotCreate: _, ...rest } = one;
    this.patch(id, () => (may ? rest : { ...rest, mayNotCreate: true }));
  }

  /** The settings put them in another order, or ask them for other hosts. */
  arrange(): void {
    this.#set(this.#parts.liveStore.state.connections);
  }

  #set(connections: Connection[]): void {
    const { crms } = this.#parts.settings();
    const place = ({ id }: Connection): number => {
      const at = crms.findIndex((one) => one.id === id);
      return at === -1 ? crms.length : at;
    };
    const ordered = connections.toSorted((a, b) => place(a) - place(b));
    this.#parts.liveStore.set({
      connections: ordered.map(({ hosts: _, ...one }) => {
        const hosts = crms.find(({ id }) => id === one.id)?.hosts;
        return { ...one, ...(hosts && { hosts }) };
      }),
    });
  }
}

function shownOf(id: string, link: CrmLink, before: Connection | undefined): Connection | undefined {
  if (link.status === 'not-connected') return undefined;
  const { label: crm, agent } = link;
  const named = { id, crm, ...(agent && { agent }) };
  if (link.status !== 'ready')
    return { ...named, status: 'signed-out', workspace: null, ...(link.at !== undefined && { at: link.at }) };
  const { capabilities, owner = link.id } = link;
  const same = before?.status === 'ready' ? before : undefined;
  return {
    ...named,
    status: 'ready',
    capabilities,
    owner,
    workspace: same?.workspace ?? null,
    ...(same?.away && { away: same.away }),
    ...(same?.mayNotCreate && same.owner === owner && { mayNotCreate: true }),
  };
}
