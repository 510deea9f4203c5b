import type { Crm } from '../../crms/crm.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { arrangeWorkspace } from '../../domain/fields/arrange-workspace.ts';
import type { Workspace } from '../../domain/fields/workspace.ts';
import { type ErrandNow, withErrand } from '../../domain/interaction/errand.ts';
import type { Settings } from '../../domain/settings.ts';
import { createAskedOnce } from '../waiting/asked-once.ts';
import { arrangementOf } from './crm-settings.ts';
import type { ShownConnections } from './shown-connections.ts';

/** Not longer than the shortest wait before a lookup that failed is tried again. */
const againMs = 1_000;
const refreshAfterMs = 1_000;
/** What is on screen is good enough until it is answered. */
const behindAll: ErrandNow = () => ({ urgency: 'later', share: '' });

export interface WorkspacesParts {
  /** Of the connection. */
  id: string;
  shown: ShownConnections;
  crm: () => Crm | undefined;
  now: () => number;
  settings: () => Settings;
  /** It is known for the first time since somebody signed in: numbers can be read in its region. */
  onKnown: () => void;
}

/** Fields, sections and region as one CRM says them, arranged as the administrator wants them; and whether contacts may be created. */
export class WorkspaceOfCrm {
  readonly #parts: WorkspacesParts;
  /** As the CRM says it, before it is arranged; of who is signed in. */
  #unarranged: Workspace | undefined;
  #formerRegion: string | undefined;
  #once: ReturnType<typeof createAskedOnce<Crm | undefined>>;

  constructor(parts: WorkspacesParts) {
    this.#parts = parts;
    this.#once = createAskedOnce(parts.now, againMs);
  }

  get now(): Workspace | undefined {
    return this.#parts.shown.get(this.#parts.id)?.workspace ?? undefined;
  }

  /** As it was said last, also after a sign-out: how a number was read does not change by that. */
  get region(): string | undefined {
    return this.now?.region ?? this.#formerRegion;
  }

  /** Resolves when it is known. Throws CrmError. */
  ready(): Promise<void> {
    const { crm } = this.#parts;
    return this.now ? Promise.resolve() : this.#once(crm(), () => this.#load());
  }

  /** What was said last, where nothing is known yet: so it is until it is asked again. Answers whether that was of use. */
  recall(former: Workspace | undefined): boolean {
    if (former === undefined || this.now || !this.#parts.crm()) return false;
    this.#show(former);
    this.#parts.onKnown();
    return true;
  }

  /** As `refresh`, once what a new worker was woken for is on screen: reading a whole workspace takes it longer than a pop. */
  async refreshSoon(): Promise<void> {
    const asked = this.#parts.crm();
    if (!this.now) return this.refresh();
    await new Promise((resolve) => setTimeout(resolve, refreshAfterMs));
    if (asked === this.#parts.crm()) await this.refresh();
  }

  /** It may have changed since it was read last; what is on screen does not wait for it. */
  async refresh(): Promise<void> {
    const asked = this.#parts.crm();
    if (!this.now) return void this.ready().catch(() => undefined);
    const signal = withErrand(behindAll);
    const workspace = await asked?.workspace({ signal }).catch(() => undefined);
    if (workspace && asked === this.#parts.crm()) {
      const { region } = this;
      this.#show(workspace);
      if (region !== this.region) this.#parts.onKnown();
    }
    await this.#askMayCreate();
  }

  /** The administrator wants it otherwise. */
  arrange(): void {
    if (this.#unarranged) this.#show(this.#unarranged);
    // What a worker before this one read is arranged already.
    else void this.refresh();
  }

  /** Nobody is signed in any more: what is still being read is not waited for. */
  forget(): void {
    this.#formerRegion = this.region;
    this.#unarranged = undefined;
    this.#once = createAskedOnce(this.#parts.now, againMs);
  }

  async #load(): Promise<void> {
    const asked = this.#parts.crm();
    if (!asked) throw new CrmError({ code: 'signed-out' });
    const workspace = await asked.workspace();
    if (asked !== this.#parts.crm()) throw new CrmError({ code: 'signed-out' });
    this.#show(workspace);
    this.#parts.onKnown();
    void this.#askMayCreate();
  }

  /** What the agent may not do is not offered. A CRM that does not say so beforehand says it when it is tried. */
  async #askMayCreate(): Promise<void> {
    const { id, crm, shown } = this.#parts;
    const asked = crm();
    const may = await asked?.mayCreate?.({ signal: withErrand(behindAll) }).catch(() => 'unknown' as const);
    if (typeof may === 'boolean' && asked === crm()) shown.mayCreate(id, may);
  }

  #show(workspace: Workspace): void {
    const { id, shown, settings } = this.#parts;
    this.#unarranged = workspace;
    const arranged = arrangeWorkspace(workspace, arrangementOf(settings(), id));
    shown.patch(id, (one) => ({ ...one, workspace: arranged }));
  }
}
