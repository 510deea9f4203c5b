import { browser } from './browser.ts';
import { createKeptArea } from './kept-area.ts';
import type { StorageApi } from './storage-api.ts';

let chosen: StorageApi | undefined;

/**
 * Where settings and credential are kept: a `local` that no content script can read or write, since whoever has taken over
 * the process of a host page speaks with a content script's voice. Chromium can close `storage.local` to them
 * (`protectStorage`); Firefox cannot, so there they stand in a database of the extension's own origin, which content
 * scripts have no way to.
 */
export function trustedStorage(): StorageApi {
  chosen ??= closesLocal() ? browser : { storage: createKeptArea(browser) };
  return chosen;
}

/**
 * Closes what the browser keeps for us to everything but the worker and our own pages. Call it first thing in the worker.
 * Rejects where the browser refuses.
 */
export async function protectStorage(api: ProtectedApi = browser): Promise<void> {
  const areas = [api.storage.session, api.storage.local];
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}

type Closable = { setAccessLevel?(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void> };
export interface ProtectedApi {
  storage: { session: Closable; local: Closable };
}

function closesLocal(): boolean {
  const local: Closable = browser.storage.local;
  return local.setAccessLevel !== undefined;
}
