import { type PagesWords, pagesEnglish } from '../en/server-pages.ts';
import { createCatalogue } from '../language/language.ts';

/** What the companion server's own pages say. */
export const pageWords = createCatalogue<PagesWords>(pagesEnglish);
