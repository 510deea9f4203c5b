import type { CrmPlan } from '../../crms/crm.ts';
import type { CrmCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { capabilitiesOf } from '../../domain/interaction/capabilities-of.ts';
import type { Settings } from '../../domain/settings.ts';
import { boundStores } from '../live/bounded-stores.ts';
import type { CrmStores } from '../live/engine-parts.ts';
import type { LiveStore } from '../live/live-store.ts';
import { Lookups } from './lookups.ts';
import type { ShownConnections } from './shown-connections.ts';
import { type OwnThings, Standing } from './standing.ts';
import { WorkspaceOfCrm } from './workspace-of-crm.ts';

export interface ConnectionParts {
  liveStore: LiveStore;
  shown: ShownConnections;
  stores: CrmStores;
  settings: () => Settings;
  now: () => number;
  own: OwnThings[];
  onLeft: (crm: string) => void;
  /** Its workspace is known for the first time since somebody signed in. */
  onWorkspace: (crm: string) => void;
}

const oneRequest = { getContact: 1, findByIdentifier: 1 };

/**
 * All that we have with one CRM: who is signed in there, what it can and says of its fields, what was read of it. Its id is
 * the settings' own, and every ContactID that comes out of here carries it.
 */
export class CrmConnection {
  readonly id: string;
  readonly stores: CrmStores;
  readonly lookups: Lookups;
  readonly standing: Standing;
  readonly workspace: WorkspaceOfCrm;
  readonly #parts: ConnectionParts;

  constructor(id: string, parts: ConnectionParts) {
    const { now } = parts;
    const stores = boundStores(parts.stores);
    this.id = id;
    this.stores = stores;
    this.#parts = parts;
    this.lookups = new Lookups({ cache: stores.cache, now, region: this.region });
    this.standing = new Standing({
      ...parts,
      id,
      cache: stores.cache,
      lookups: this.lookups,
      onLeft: () => {
        this.workspace.forget();
        parts.onLeft(id);
      },
    });
    this.workspace = new WorkspaceOfCrm({
      ...parts,
      id,
      crm: () => this.standing.crm(),
      onKnown: () => parts.onWorkspace(id),
    });
  }

  /** Until the workspace is known no region is assumed: "ZZ" has no national numbers. */
  readonly region = (): string => this.workspace.now?.region ?? 'ZZ';

  readonly capabilities = (): CrmCapabilities => capabilitiesOf(this.#parts.shown.get(this.id));

  /** The CRM let this agent create a contact, or would not. */
  readonly tellMayCreate = (may: boolean): void => this.#parts.shown.mayCreate(this.id, may);

  /** It does not answer. */
  readonly isAway = (): boolean => {
    const shown = this.#parts.shown.get(this.id);
    return shown?.status === 'ready' && shown.away !== undefined;
  };

  readonly plan = (): Pick<CrmPlan, 'getContact' | 'findByIdentifier' | 'organisations'> => {
    const { link } = this.standing;
    return (link.status === 'ready' && link.plan) || oneRequest;
  };
}
