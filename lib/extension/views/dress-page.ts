import { browser } from '../browser/browser.ts';
import type { StorageApi, StorageChanges } from '../browser/storage-api.ts';

/** Of `storage.local`, the browser's own: all that a card may read everywhere, and nothing that anybody must not know. */
const key = 'theme';

/** The worker's side: the theme of the settings, where every page of ours finds it. */
export async function keepTheme(theme: string, api: StorageApi = browser): Promise<void> {
  if ((await api.storage.local.get(key))[key] !== theme) await api.storage.local.set({ [key]: theme });
}

/** Languages that are written from right to left. */
const rightToLeft = /^(?:ar|fa|he|ur)\b/;

/**
 * Gives a page of ours the language of its words, with its direction, and the theme of the settings, now and whenever that
 * changes. The browser's own language may be one there are no words in: English is never turned round. Reads the one setting by itself, so that a card loads no schemas.
 */
export function dressPage(
  root: HTMLElement,
  signal: AbortSignal,
  language: string,
  api: StorageApi = browser,
): void {
  root.lang = language;
  root.dir = rightToLeft.test(language) ? 'rtl' : 'ltr';
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
