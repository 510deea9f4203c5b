import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { fieldEnglish } from '../en/fields.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { apart, type Counted, channelNoun, counted, thisChannel } from './grammar/nouns.ts';

const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);

const chosenOptions: Counted = {
  zero: 'خيار محدد',
  one: 'خيار محدد واحد',
  two: 'خياران محددان',
  few: 'خيارات محددة',
  many: 'خيارًا محددًا',
  other: 'خيار محدد',
};
const emptyFields: Counted = {
  zero: 'حقل فارغ',
  one: 'حقل فارغ واحد',
  two: 'حقلان فارغان',
  few: 'حقول فارغة',
  many: 'حقلًا فارغًا',
  other: 'حقل فارغ',
};

/** What fields and the form of a new contact say, in Arabic. */
export const fieldArabic: typeof fieldEnglish = {
  nobody: 'لا أحد',
  notSet: 'غير محدد',
  empty: 'فارغ',
  this: (channel: Channel) => thisChannel(channel),
  from: (channel: Channel) => `من ${channelNoun(channel)}`,
  tooLong: (crm: string) => ` النص أطول من أن يُعرض هنا كاملًا. يمكن الاطلاع عليه في ${apart(crm)}.`,
  unread: (crm: string) => ` لا يمكن قراءة النص كاملًا. يمكن الاطلاع عليه في ${apart(crm)}.`,
  edit: (label: string) => `تعديل ${apart(label)}`,
  typeToFind: 'بحث بالكتابة',
  noSuchOption: 'لا يوجد خيار كهذا',
  chosen: (count: number) => counted(count, amount(count), plural(count, chosenOptions)),
  whyNot: (label: string) => `سبب تعذّر تعديل ${apart(label)}`,
  notEditable: {
    crm: (crm: string) => `لا يقبل ${apart(crm)} تعديل جهة الاتصال هذه من هنا.`,
    field: (crm: string) => `لا يتيح ${apart(crm)} تعديل هذه القيمة من هنا.`,
    cut: (crm: string) => `القيمة هنا غير كاملة. يمكن تعديلها في ${apart(crm)}.`,
    kind: (crm: string) => `لا مكان في ${apart(crm)} لهذه القيمة. يمكن تعديلها هناك.`,
    unlink: (crm: string) => `لا يتيح ${apart(crm)} إزالة رقم أو عنوان من هنا. يمكن تعديل ذلك هناك.`,
  },
  copyOf: (label: string) => `نسخ ${apart(label)}`,
  copyIt: 'نسخ',
  emptyFields: (count: number) => counted(count, amount(count), plural(count, emptyFields)),
  elsewhere: 'عدّل شخص آخر جهة الاتصال هذه دون هذه القيمة.',
  changed: <Part>(newer: Part): Sentence<Part> => ['عدّل شخص آخر هذه القيمة. أصبحت الآن «', newer, '».'],
  saveMine: 'حفظ قيمتي',
  takeNewer: 'اعتماد الأحدث',
  name: 'الاسم',
  phone: 'الهاتف',
  email: 'البريد الإلكتروني',
  identifiers: 'المعرّفات',
  shared: 'مشترك',
  only: <Part>(campaigns: Part): Sentence<Part> => [campaigns, ' فقط'],
  copy: (age: string) => `نسخة، ${age}`,
  notKept: 'لن يُحفظ',
  createIn: 'الإنشاء في',
  required: 'مطلوب',
  optional: 'اختياري',
  create: 'إنشاء جهة اتصال',
  draftNotKept: 'لم تُحفظ المسودة',
  keepingDraft: 'جارٍ حفظ المسودة',
  draftKept: 'المسودة محفوظة',
};
