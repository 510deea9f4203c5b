import type { writeEnglish } from '../en/writes.ts';
import { listOf } from '../language/formats.ts';
import type { Sentence } from '../language/sentence.ts';
import { apart } from './grammar/nouns.ts';

/** How the writes of an agent stand, for the lower edge, in Arabic. */
export const writeArabic: typeof writeEnglish = {
  notSavedWrite: <Part>(write: Part): Sentence<Part> => ['لم يُحفظ: ', write],
  notSavedWriteOf: <Part>(write: Part, whose: Part, what: string | undefined): Sentence<Part> => [
    'لم يُحفظ: ',
    write,
    '، بخصوص ',
    whose,
    what === undefined ? '' : `. ${what}.`,
  ],
  notSavedWriteBecause: <Part>(write: Part, what: string): Sentence<Part> => [
    'لم يُحفظ: ',
    write,
    `. ${what}.`,
  ],
  perhapsSaved: <Part>(write: Part, crm: string): Sentence<Part> => [
    'لا يُعرف إن كان قد حُفظ: ',
    write,
    `. يُرجى التحقق في ${apart(crm)} قبل إعادة المحاولة.`,
  ],
  savedOtherwise: <Part>(write: Part, crm: string, what: string[]): Sentence<Part> => [
    'حُفظ: ',
    write,
    `. غيّر ${apart(crm)} ما أُدخل أو أسقطه: ${listOf(what.map(apart))}. يُرجى مراجعة ما حُفظ فعلًا.`,
  ],
  savedSlowly: <Part>(write: Part, crm: string): Sentence<Part> => [
    'حُفظ: ',
    write,
    `. تأخر ${apart(crm)} في الرد. إن كان شخص آخر قد عدّل جهة الاتصال للتو، فيُرجى التحقق من اكتمال البيانات.`,
  ],
  seen: 'حسنًا',
};
