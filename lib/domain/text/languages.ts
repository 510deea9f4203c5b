/** The languages there are words in, each with its own name for itself. English is always there. */
export const languageNames = {
  ar: 'العربية',
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
};
export type Language = keyof typeof languageNames;
export const languages = ['ar', 'de', 'en', 'es', 'fr', 'pt'] as const satisfies readonly Language[];

/** A tag of BCP 47 is no longer than this. */
export const maxLanguageTag = 35;

/**
 * The languages of a reader, best first: what they chose in the options, else what the host is in, else the browser's. Of
 * a language without a region the browser's own kind of it is meant: German as in Austria, if that is what it speaks.
 */
export function wantedLanguages(
  { chosen, host }: { chosen?: string | undefined; host?: string | undefined },
  ofBrowser: readonly string[],
): string[] {
  const first = chosen ?? host;
  if (first === undefined) return [...ofBrowser];
  const same = ofBrowser.filter((tag) => tag !== first && tag.startsWith(`${first}-`));
  // English without a region, of nobody who said which: dates with the day first.
  return [...same, first === 'en' ? 'en-GB' : first, ...ofBrowser];
}

/** Which way a language is written, for `dir` of a page. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(?:ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
}

/** `es_ES`, as some hosts write it, as a tag of BCP 47; undefined where it is none. */
export function languageTag(text: string): string | undefined {
  if (text.length > maxLanguageTag) return undefined;
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
