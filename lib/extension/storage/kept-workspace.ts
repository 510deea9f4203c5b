import type { Workspace } from '../../domain/fields/workspace.ts';
import { sameData } from '../../domain/text/same-data.ts';
import { browser } from '../browser/browser.ts';
import { log } from '../browser/log.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { connectionKey } from './connection-key.ts';

/** For whom it is kept. */
export interface WorkspacePlace {
  /** Of the sign-in. */
  fingerprint: string;
  /** Ringside's own: another one may know workspaces otherwise. */
  version: string;
}

interface Kept extends WorkspacePlace {
  workspace: Workspace;
}

/**
 * Fields, sections and region of a CRM as it said them last, on disk, so that the first call of the morning is looked up at
 * once. Nothing of customers is in it. Only beside a sign-in that stays on disk too, and for that sign-in alone.
 */
export interface KeptWorkspace {
  /** undefined where none is kept for this sign-in and this version, or where it cannot be read. */
  load(): Promise<Workspace | undefined>;
  /** Never throws: what cannot be kept is asked again. */
  save(workspace: Workspace): Promise<void>;
}

/** `crm`: the connection's id. */
export function openKeptWorkspace(
  crm: string,
  { fingerprint, version }: WorkspacePlace,
  api: StorageApi = browser,
): KeptWorkspace {
  const key = connectionKey(crm, 'workspace');
  const { local } = api.storage;

  async function load(): Promise<Workspace | undefined> {
    try {
      const kept = (await local.get(key))[key] as Kept | undefined; // Written below and by nobody else.
      return kept?.fingerprint === fingerprint && kept.version === version ? kept.workspace : undefined;
    } catch (error) {
      log('warn', 'the kept workspace could not be read', { error });
      return undefined;
    }
  }

  async function save(workspace: Workspace): Promise<void> {
    try {
      const credential = connectionKey(crm, 'credential');
      if ((await local.get(credential))[credential] === undefined) return await dropKeptWorkspace(crm, api);
      if (sameData(await load(), workspace)) return;
      await local.set({ [key]: { fingerprint, version, workspace } satisfies Kept });
    } catch (error) {
      log('warn', 'the workspace could not be kept', { error });
    }
  }

  return { load, save };
}

/** Nobody is signed in there any more. */
export async function dropKeptWorkspace(crm: string, api: StorageApi = browser): Promise<void> {
  const key = connectionKey(crm, 'workspace');
  if ((await api.storage.local.get(key))[key] !== undefined) await api.storage.local.remove(key);
}
