import { type SharedWords, sharedEnglish } from './en/shared.ts';
import { createCatalogue } from './language/language.ts';

/** What card, panel and options page all say. */
export const sharedWords = createCatalogue<SharedWords>(
  sharedEnglish,
  import.meta.glob<SharedWords>(['./*/shared.ts', '!./en/shared.ts'], { import: 'words' }),
);
