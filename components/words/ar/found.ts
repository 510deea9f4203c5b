import type { foundEnglish } from '../en/found.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { apart, type Counted, contacts, contactsGenitive, counted } from './grammar/nouns.ts';

const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);

const savedCopies: Counted = {
  zero: 'نسخة محفوظة',
  one: 'نسخة محفوظة واحدة',
  two: 'نسختان محفوظتان',
  few: 'نسخ محفوظة',
  many: 'نسخة محفوظة',
  other: 'نسخة محفوظة',
};
const others: Counted = {
  zero: 'أخرى',
  one: 'واحدة أخرى',
  two: 'اثنتان أخريان',
  few: 'أخرى',
  many: 'أخرى',
  other: 'أخرى',
};

/** What the search says, in Arabic. */
export const foundArabic: typeof foundEnglish = {
  title: 'البحث',
  results: 'نتائج البحث',
  clear: 'مسح البحث',
  newNamed: <Part>(query: Part): Sentence<Part> => ['جهة اتصال جديدة «', query, '»'],
  keyEnter: 'Enter',
  keyEscape: 'Esc',
  move: 'تنقّل',
  show: 'عرض',
  back: 'رجوع',
  backToCall: 'رجوع إلى التفاعل',
  lookingInCopies: 'جارٍ البحث في النسخ المحفوظة',
  noSearch: (crm: string) => `لا يمكن البحث في ${apart(crm)} من هنا`,
  noCopyFits: (why: string) => `${why}؛ لا توجد نسخة محفوظة مطابقة`,
  copies: (count: number, why: string) =>
    `${counted(count, amount(count), plural(count, savedCopies))}؛ ${why}`,
  nobodyFits: (crm: string, query: string) => `لا توجد في ${apart(crm)} جهة اتصال تطابق «${apart(query)}»`,
  contacts: (count: number, crm: string, total: number | 'more' | undefined) => {
    const all = typeof total === 'number' ? Math.max(count, total) : count;
    const who =
      all === count
        ? counted(all, amount(all), plural(all, contacts))
        : `${amount(count)} من ${counted(all, amount(all), plural(all, contactsGenitive))}`;
    const order = all === 1 ? '' : '، الأقرب أولًا';
    return `${who} في ${apart(crm)}${order}${total === 'more' ? '؛ توجد جهات أخرى' : ''}`;
  },
  andCopies: (said: string, count: number) =>
    `${said}؛ ${counted(count, amount(count), plural(count, others))} في النسخ المحفوظة`,
  by: (label: string, value: string) => `${apart(label)}: ${apart(value)}`,
  elsewhere: (crm: string) => `حقل آخر في ${apart(crm)}`,
  mistyped: 'كتابة مشابهة',
  savedCopy: 'نسخة محفوظة',
};
