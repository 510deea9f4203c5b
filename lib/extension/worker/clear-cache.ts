import { browser } from '../browser/browser.ts';
import type { StorageApi } from '../browser/storage-api.ts';

const key = 'cache.clear';

/** Asks the worker, asleep or awake, to delete every saved copy of a contact. */
export async function requestCacheClear(api: StorageApi = browser): Promise<void> {
  await api.storage.session.set({ [key]: Date.now() });
}

/** The worker's side. Register it at the start of the worker, so that the request can wake it. */
export function onCacheClear(listener: () => void, signal: AbortSignal, api: StorageApi = browser): void {
  if (signal.aborted) return;
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'session' && changes[key]?.newValue !== undefined) listener();
  };
  api.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => api.storage.onChanged.removeListener(changed), { once: true });
}
