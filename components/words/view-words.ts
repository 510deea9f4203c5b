import { type ViewWords, viewEnglish } from './en/view.ts';
import { createCatalogue } from './language/language.ts';

/** What the contact view alone says. */
export const viewWords = createCatalogue<ViewWords>(
  viewEnglish,
  import.meta.glob<ViewWords>(['./*/view.ts', '!./en/view.ts'], { import: 'words' }),
);
