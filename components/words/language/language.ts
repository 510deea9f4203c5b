/** What the reader reads: the language of the words, and the locale of numbers, dates and lists. */
interface Reading {
  language: string;
  locale: string;
}

/** Without a word of the reader's: English, and dates with the day first. */
const unasked: Reading = { language: 'en', locale: 'en-GB' };
const spoken = new Set([unasked.language]);
const catalogues: { load(language: string): Promise<unknown> | undefined }[] = [];
let reading = unasked;
let asked = 0;

/**
 * Chooses the words for a reader, best language first (BCP 47, as `navigator.languages`): the first there are words in, else
 * English. Wait for it before a page is drawn; what is on screen already does not change. English is there at once; where the
 * words of a language cannot be had, what was spoken stays. Who asks last is heard.
 */
export async function speak(wanted: readonly string[]): Promise<void> {
  const next = readingOf(wanted);
  const turn = ++asked;
  const missing = catalogues.flatMap((one) => one.load(next.language) ?? []);
  const there =
    missing.length === 0 ||
    (await Promise.all(missing).then(
      () => true,
      () => false,
    ));
  if (there && turn === asked) reading = next;
}

function readingOf(wanted: readonly string[]): Reading {
  for (const asked of wanted) {
    const language = spoken.has(asked) ? asked : (asked.split('-')[0] ?? asked).toLowerCase();
    if (spoken.has(language)) return { language, locale: localeOf(asked, language) };
  }
  return unasked;
}

/** Records are kept by the western calendar, and their numbers are dialled and compared: no other calendar, no other digits. */
function localeOf(asked: string, language: string): string {
  return language === 'ar'
    ? new Intl.Locale(asked, { calendar: 'gregory', numberingSystem: 'latn' }).toString()
    : asked;
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

/** By the file of a language (`./de/view.ts`): its words, or what gets them, only when somebody reads that language. */
export type Translations<Words> = Record<string, Words | (() => Promise<Words>)>;

/**
 * English is always there, and stands in for a language in which this part has no words. A folder beside `en` adds a language:
 * its words are at hand where nothing can be got later, such as in the worker, or got before a page is drawn.
 */
export function createCatalogue<Words extends object>(
  english: Words,
  translations: Translations<Words> = {},
): Catalogue<Words> {
  const known = new Map([[unasked.language, english]]);
  const elsewhere = new Map<string, () => Promise<Words>>();
  const teach = (language: string, words: Words) => {
    spoken.add(language);
    known.set(language, words);
  };
  for (const [file, words] of Object.entries(translations)) {
    const language = file.split('/').at(-2) ?? '';
    spoken.add(language);
    if (isGot(words)) elsewhere.set(language, words);
    else known.set(language, words);
  }
  catalogues.push({
    load: (language) =>
      known.has(language)
        ? undefined
        : elsewhere
            .get(language)?.()
            .then((words) => teach(language, words)),
  });
  return Object.assign(() => known.get(reading.language) ?? english, {
    english,
    of(wanted: readonly string[]) {
      const { language } = readingOf(wanted);
      const words = known.get(language);
      return words ? { words, language } : { words: english, language: unasked.language };
    },
    teach,
  });
}

function isGot<Words>(words: Words | (() => Promise<Words>)): words is () => Promise<Words> {
  return typeof words === 'function';
}
