import { browser } from './browser.ts';
import type { StorageApi } from './settings.ts';

/**
 * Gives a page of ours the direction of the browser's language and the theme of the settings, now and whenever that
 * changes. Reads the one setting by itself, so that a card loads no schemas.
 */
export function dressPage(
  root: HTMLElement,
  signal: AbortSignal,
  api: StorageApi & Pick<typeof browser, 'i18n'> = browser,
): void {
  root.dir = api.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && changes.settings) setTheme(root, changes.settings.newValue);
  };
  api.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => api.storage.onChanged.removeListener(changed), { once: true });
  void api.storage.local.get('settings').then(({ settings }) => setTheme(root, settings));
}

function setTheme(root: HTMLElement, settings: unknown): void {
  const theme: unknown = (settings as { view?: { theme?: unknown } } | undefined)?.view?.theme; // Read as it may be.
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else delete root.dataset.theme;
}
