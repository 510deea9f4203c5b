import { browser } from '../browser/browser.ts';
import type { StorageApi, StorageChanges } from '../browser/storage-api.ts';

/** Of `storage.local`, the browser's own: all that a card may read everywhere, and nothing that anybody must not know. */
const key = 'theme';

/** The worker's side: the theme of the settings, where every page of ours finds it. */
export async function keepTheme(theme: string, api: StorageApi = browser): Promise<void> {
  if ((await api.storage.local.get(key))[key] !== theme) await api.storage.local.set({ [key]: theme });
}

/**
 * Gives a page of ours the theme of the settings, now and whenever that changes. Reads the one setting by itself, so that a
 * card loads no schemas. Its direction is that of the language of its words and stands in its HTML: the browser's own
 * language says nothing of it.
 */
export function dressPage(root: HTMLElement, signal: AbortSignal, api: StorageApi = browser): void {
  const changed = (changes: StorageChanges, area: string): void => {
    if (area === 'local' && changes[key]) setTheme(root, changes[key].newValue);
  };
  api.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => api.storage.onChanged.removeListener(changed), { once: true });
  void api.storage.local.get(key).then(({ theme }) => setTheme(root, theme));
}

function setTheme(root: HTMLElement, theme: unknown): void {
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else delete root.dataset.theme;
}
