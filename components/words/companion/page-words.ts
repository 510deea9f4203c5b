import { type PagesWords, pagesEnglish } from '../en/server-pages.ts';
import { createCatalogue } from '../language/language.ts';

/** What the companion server's own pages say, in every language at once: each reader has their own. */
export const pageWords = createCatalogue<PagesWords>(
  pagesEnglish,
  import.meta.glob<PagesWords>(['../*/server-pages.ts', '!../en/server-pages.ts'], {
    eager: true,
    import: 'words',
  }),
);
