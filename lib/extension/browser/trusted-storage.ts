import { browser } from './browser.ts';
import { createKeptArea } from './kept-area.ts';

/** A storage area as used here: JSON values by key. */
export interface StorageArea {
  get(keys?: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

export type StorageChanges = Record<string, { newValue?: unknown }>;
export type StorageListener = (changes: StorageChanges, area: string) => void;

/** The part of the extension API used here. */
export interface StorageApi {
  storage: {
    local: StorageArea;
    session: StorageArea;
    onChanged: {
      addListener(listener: StorageListener): void;
      removeListener(listener: StorageListener): void;
    };
  };
}

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
