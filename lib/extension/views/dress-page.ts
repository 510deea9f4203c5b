import type { Settings } from '../../domain/settings.ts';
import { directionOf, wantedLanguages } from '../../domain/text/languages.ts';
import { browser } from '../browser/browser.ts';
import type { StorageApi, StorageChanges } from '../browser/storage-api.ts';

/** Of `storage.local`, the browser's own: all that a card may read everywhere, and nothing that anybody must not know. */
const keys = ['theme', 'language', 'hostLanguage', 'discreet'] as const;
type Look = Partial<Record<(typeof keys)[number], unknown>>;

/** The worker's side: theme and language of the settings, where every page of ours finds them. */
export function keepLook({ view, hosts }: Settings, api: StorageApi = browser): Promise<void> {
  const look = { theme: view.theme, language: view.language, discreet: view.discreet };
  return set(hosts.length === 0 ? { ...look, hostLanguage: '' } : look, api);
}

/** The worker's side: the host that said it last is followed, where nobody chose a language. Whose it is stands nowhere. */
export function keepHostLanguage(language: string, api: StorageApi = browser): Promise<void> {
  return set({ hostLanguage: language }, api);
}

/** Writes what differs. */
async function set(next: Look, api: StorageApi): Promise<void> {
  const now = await lookOf(api);
  const differs = keys.some((key) => key in next && (next[key] || undefined) !== (now[key] || undefined));
  if (differs) await api.storage.local.set(next);
}

function lookOf(api: StorageApi): Promise<Look> {
  return api.storage.local.get([...keys]);
}

/** The languages of the reader, best first. */
function languagesOf({ language, hostLanguage }: Look): string[] {
  const said = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const chosen = language === 'auto' ? undefined : said(language);
  return wantedLanguages({ chosen, host: said(hostLanguage) }, navigator.languages);
}

export interface SpokenPage {
  /** Gets the words of the first of these languages there are any in. */
  speak(wanted: readonly string[]): Promise<void>;
  /** The language of the words there are now. */
  language(): string;
  /** Before it is drawn anew: what was begun in it is kept. */
  leave?(): Promise<void>;
  /** Draws the page: once the words are there, and anew in another language. */
  draw(): void;
  signal: AbortSignal;
}

/**
 * Gives a page of ours its words with their direction, and the theme of the settings, and draws it; again whenever the language
 * changes. The browser's own language may be one there are no words in: English is never turned round. Reads these few settings
 * by itself, so that a card loads no schemas.
 */
export async function dressPage(
  root: HTMLElement,
  page: SpokenPage,
  api: StorageApi = browser,
): Promise<void> {
  const { signal } = page;
  let drawn: string | undefined;
  const dress = async (): Promise<void> => {
    const look = await lookOf(api);
    setTheme(root, look.theme);
    root.dataset.discreet = String(look.discreet === true);
    await page.speak(languagesOf(look));
    const language = page.language();
    if (signal.aborted || language === drawn) return;
    const focused = root.ownerDocument?.activeElement?.id;
    if (drawn !== undefined) await page.leave?.();
    drawn = language;
    root.lang = language;
    root.dir = directionOf(language);
    page.draw();
    if (focused) focusAgain(root.ownerDocument, focused);
  };
  const changed = (changes: StorageChanges, area: string): void => {
    if (area === 'local' && keys.some((key) => key in changes)) void dress();
  };
  api.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => api.storage.onChanged.removeListener(changed), { once: true });
  await dress();
}

/** Drawn anew, what had the focus is another element, and may come a moment later. */
function focusAgain(document: Document, id: string, frames = 60): void {
  const element = document.getElementById(id);
  if (element) element.focus();
  else if (frames > 0) requestAnimationFrame(() => focusAgain(document, id, frames - 1));
}

/** The worker's words: in the language of the pages, now and whenever it changes. */
export function followLanguage(
  speak: (wanted: readonly string[]) => Promise<void>,
  api: StorageApi = browser,
): void {
  const follow = (): void => void lookOf(api).then((look) => speak(languagesOf(look)));
  api.storage.onChanged.addListener((changes: StorageChanges, area: string) => {
    if (area === 'local' && ('language' in changes || 'hostLanguage' in changes)) follow();
  });
  follow();
}

function setTheme(root: HTMLElement, theme: unknown): void {
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else delete root.dataset.theme;
}
