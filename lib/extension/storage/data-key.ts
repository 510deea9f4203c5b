import { browser } from '../browser/browser.ts';
import type { StorageApi } from '../browser/storage-api.ts';

const key = 'dataKey';

/**
 * The key of the contact cache: 32 random bytes that live in the browser's memory only. Without it, after a restart, a
 * sign-out or an update, what the cache left on disk cannot be read by anybody.
 */
export async function loadDataKey(api: StorageApi = browser): Promise<Uint8Array> {
  const stored: unknown = (await api.storage.session.get(key))[key];
  return Array.isArray(stored) && stored.length === 32 ? Uint8Array.from(stored) : rotateDataKey(api);
}

/** A new key: whatever the cache holds under the old one is lost. */
export async function rotateDataKey(api: StorageApi = browser): Promise<Uint8Array> {
  const fresh = freshKey();
  await api.storage.session.set({ [key]: [...fresh] });
  return fresh;
}

export function freshKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}
