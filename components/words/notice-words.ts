import { noticeEnglish } from './en/notices.ts';
import { createCatalogue } from './language/language.ts';

/** What notifications say. Of its own, since the worker needs nothing else. */
export const noticeWords = createCatalogue(noticeEnglish);
