import type { NoticeWords } from '../../lib/domain/interaction/notice-words.ts';
import { noticeEnglish } from './en/notices.ts';
import { createCatalogue } from './language/language.ts';

/** What notifications say. Of its own, since the worker needs nothing else, and in every language: a worker can load nothing later. */
export const noticeWords = createCatalogue<NoticeWords>(
  noticeEnglish,
  import.meta.glob<NoticeWords>(['./*/notices.ts', '!./en/notices.ts'], { eager: true, import: 'words' }),
);
