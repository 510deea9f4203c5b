import type { DiagnosticsNow } from '../../domain/diagnostics-now.ts';
import { browser } from '../browser/browser.ts';
import type { StorageApi } from '../browser/storage-api.ts';

/** `storage.session` key of the diagnostics: memory of the browser, for the worker and our own pages. */
const key = 'diagnostics';
const clearKey = 'diagnostics.clear';

/** `salt`: of the short names; it stays with us. */
export interface StoredDiagnostics extends DiagnosticsNow {
  salt: string;
}

export async function loadDiagnostics(api: StorageApi = browser): Promise<StoredDiagnostics | undefined> {
  // Written by `saveDiagnostics` of this very version and by nobody else: an update empties the area.
  return (await api.storage.session.get(key))[key] as StoredDiagnostics | undefined;
}

export function saveDiagnostics(diagnostics: StoredDiagnostics, api: StorageApi = browser): Promise<void> {
  return api.storage.session.set({ [key]: diagnostics });
}

/** Calls whenever the stored diagnostics change, until the signal aborts. */
export function onDiagnosticsChanged(
  listener: () => void,
  signal: AbortSignal,
  api: StorageApi = browser,
): void {
  onKey(key, listener, signal, api);
}

/** Asks the worker, asleep or awake, to forget events and counts. */
export async function requestDiagnosticsClear(api: StorageApi = browser): Promise<void> {
  await api.storage.session.set({ [clearKey]: Date.now() });
}

/** The worker's side. Register it at the start of the worker, so that the request can wake it. */
export function onDiagnosticsClear(
  listener: () => void,
  signal: AbortSignal,
  api: StorageApi = browser,
): void {
  onKey(clearKey, listener, signal, api);
}

function onKey(name: string, listener: () => void, signal: AbortSignal, api: StorageApi): void {
  if (signal.aborted) return;
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'session' && changes[name]?.newValue !== undefined) listener();
  };
  api.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => api.storage.onChanged.removeListener(changed), { once: true });
}
