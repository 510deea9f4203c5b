import type { Crm } from '../crms/crm.ts';
import { arrangeWorkspace } from '../domain/arrange-workspace.ts';
import { CrmError } from '../domain/crm-error.ts';
import type { Settings } from '../domain/settings.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { Desk } from './desk.ts';

export interface WorkspacesParts {
  desk: Desk;
  crm: () => Crm | undefined;
  settings: () => Settings;
  /** It is known for the first time since somebody signed in: numbers can be read in its region. */
  onKnown: () => void;
}

/** Fields, sections and region as the CRM says them, arranged as the administrator wants them. */
export class Workspaces {
  readonly #parts: WorkspacesParts;
  /** As the CRM says it, before it is arranged; of who is signed in. */
  #unarranged: Workspace | undefined;
  #loading: Promise<void> | undefined;

  constructor(parts: WorkspacesParts) {
    this.#parts = parts;
  }

  /** Resolves when it is known. Throws CrmError. */
  ready(): Promise<void> {
    if (this.#parts.desk.state.workspace) return Promise.resolve();
    if (this.#loading) return this.#loading;
    const loading = this.#load().finally(() => {
      if (this.#loading === loading) this.#loading = undefined;
    });
    this.#loading = loading;
    return loading;
  }

  /** It may have changed since it was read last; what is on screen does not wait for it. */
  async refresh(): Promise<void> {
    const asked = this.#parts.crm();
    if (!this.#parts.desk.state.workspace) return void this.ready().catch(() => undefined);
    const workspace = await asked?.workspace().catch(() => undefined);
    if (workspace && asked === this.#parts.crm()) this.#show(workspace);
  }

  /** The administrator wants it otherwise. */
  arrange(): void {
    if (this.#unarranged) this.#show(this.#unarranged);
    // What a worker before this one read is arranged already.
    else void this.refresh();
  }

  /** Nobody is signed in any more: what is still being read is not waited for. */
  forget(): void {
    this.#unarranged = undefined;
    this.#loading = undefined;
  }

  async #load(): Promise<void> {
    const asked = this.#parts.crm();
    if (!asked) throw new CrmError({ code: 'signed-out' });
    const workspace = await asked.workspace();
    if (asked !== this.#parts.crm()) throw new CrmError({ code: 'signed-out' });
    this.#show(workspace);
    this.#parts.onKnown();
  }

  #show(workspace: Workspace): void {
    const { desk, settings } = this.#parts;
    this.#unarranged = workspace;
    desk.set({ workspace: arrangeWorkspace(workspace, settings().crm?.arrangement) });
  }
}
