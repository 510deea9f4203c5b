import { browser } from '../browser/browser.ts';
import type { StorageApi } from '../browser/storage-api.ts';

const key = 'cache.clear';

/** Asks the worker, asleep or awake, to delete every saved copy of a contact; of one connection alone, where it is named. */
export async function requestCacheClear(crm?: string, api: StorageApi = browser): Promise<void> {
  const at = Date.now();
  await api.storage.session.set({ [key]: crm === undefined ? at : { crm, at } });
}

/** The worker's side. Register it at the start of the worker, so that the request can wake it. */
export function onCacheClear(
  listener: (crm?: string) => void,
  signal: AbortSignal,
  api: StorageApi = browser,
): void {
  if (signal.aborted) return;
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const asked = area === 'session' ? changes[key]?.newValue : undefined;
    if (asked !== undefined) listener((asked as { crm?: string }).crm); // Of a number there is none.
  };
  api.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => api.storage.onChanged.removeListener(changed), { once: true });
}
