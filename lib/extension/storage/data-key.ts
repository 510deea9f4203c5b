import { browser } from '../browser/browser.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { connectionKey } from './connection-key.ts';

/**
 * The key of a connection's contact cache: 32 random bytes that live in the browser's memory only. Without it, after a restart, a
 * sign-out or an update, what the cache left on disk cannot be read by anybody.
 */
export async function loadDataKey(crm: string, api: StorageApi = browser): Promise<Uint8Array> {
  const key = connectionKey(crm, 'data-key');
  const stored: unknown = (await api.storage.session.get(key))[key];
  return Array.isArray(stored) && stored.length === 32 ? Uint8Array.from(stored) : rotateDataKey(crm, api);
}

/** A new key: whatever the cache holds under the old one is lost. */
export async function rotateDataKey(crm: string, api: StorageApi = browser): Promise<Uint8Array> {
  const fresh = freshKey();
  await api.storage.session.set({ [connectionKey(crm, 'data-key')]: [...fresh] });
  return fresh;
}

export function freshKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}
