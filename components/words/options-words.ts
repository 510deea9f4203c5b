import { type OptionsWords, optionsEnglish } from './en/options.ts';
import { createCatalogue } from './language/language.ts';

/** What the options page alone says. */
export const optionsWords = createCatalogue<OptionsWords>(
  optionsEnglish,
  import.meta.glob<OptionsWords>(['./*/options.ts', '!./en/options.ts'], { import: 'words' }),
);
