/** What the reader reads: the language of the words, and the locale of numbers, dates and lists. */
interface Reading {
  language: string;
  locale: string;
}

/** Without a word of the reader's: English, and dates with the day first. */
const unasked: Reading = { language: 'en', locale: 'en-GB' };
const spoken = new Set([unasked.language]);
let reading = unasked;

/**
 * Chooses the words for a reader, best language first (BCP 47, as `navigator.languages`): the first there are words in, else
 * English. Called once, before a page is drawn; what is on screen already does not change.
 */
export function speak(wanted: readonly string[]): void {
  reading = readingOf(wanted);
}

function readingOf(wanted: readonly string[]): Reading {
  for (const locale of wanted) {
    const language = spoken.has(locale) ? locale : (locale.split('-')[0] ?? locale).toLowerCase();
    if (spoken.has(language)) return { language, locale };
  }
  return unasked;
}

/** The language of the words, for `lang` of the page. */
export function language(): string {
  return reading.language;
}

/** The reader's locale, for `Intl`. */
export function locale(): string {
  return reading.locale;
}

/** The words of one part of Ringside, in the reader's language. `teach` adds a language; its type is the contract. */
export interface Catalogue<Words> {
  (): Words;
  readonly english: Words;
  /** For one reader among many, whoever `speak` was called for: the words, and their language. */
  of(wanted: readonly string[]): { words: Words; language: string };
  teach(language: string, words: Words): void;
}

/** English is always there, and stands in for a language in which this part has no words. */
export function createCatalogue<Words>(english: Words): Catalogue<Words> {
  const languages = new Map([[unasked.language, english]]);
  const words = () => languages.get(reading.language) ?? english;
  return Object.assign(words, {
    english,
    of(wanted: readonly string[]) {
      const { language } = readingOf(wanted);
      const own = languages.get(language);
      return own ? { words: own, language } : { words: english, language: unasked.language };
    },
    teach(language: string, taught: Words) {
      spoken.add(language);
      languages.set(language, taught);
    },
  });
}
