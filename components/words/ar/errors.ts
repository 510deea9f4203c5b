import type { errorEnglish, limitEnglish, problemEnglish } from '../en/errors.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import { apart, characters, counted } from './grammar/nouns.ts';

const again = 'يُرجى إعادة المحاولة بعد لحظات.';
const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);

/** What failed and what happens next, in Arabic. */
export const errorArabic: typeof errorEnglish = {
  unreachable: (crm: string) => ({
    what: `لا يستجيب ${apart(crm)}`,
    next: 'يُرجى التحقق من الشبكة ثم إعادة المحاولة.',
  }),
  timeout: (crm: string) => ({ what: `يتأخر ${apart(crm)} في الرد`, next: again }),
  'signed-out': (crm: string) => ({
    what: `سُجّل الخروج من ${apart(crm)}`,
    next: 'يُرجى تسجيل الدخول للمتابعة.',
  }),
  'not-allowed': (crm: string) => ({
    what: `لا يسمح ${apart(crm)} بذلك`,
    next: 'يُرجى طلب الإذن من المسؤول.',
  }),
  'not-found': (crm: string) => ({
    what: `لم تعد جهة الاتصال هذه موجودة في ${apart(crm)}`,
    next: 'يُرجى البحث عن جهة الاتصال.',
  }),
  stale: (_crm: string) => ({
    what: 'عدّل شخص آخر جهة الاتصال هذه',
    next: 'يُرجى الاطلاع على القيمة الأحدث أولًا.',
  }),
  conflict: (_crm: string) => ({
    what: 'لدى جهة اتصال أخرى القيمة نفسها',
    next: 'يُرجى البحث عن تلك الجهة أو تعديل القيمة.',
  }),
  namesake: (crm: string) => ({
    what: `لا يقبل ${apart(crm)} جهة اتصال ثانية بهذا الاسم`,
    next: 'يُرجى التحقق مما إذا كان الشخص نفسه، أو إضافة ما يميّزه إلى الاسم.',
  }),
  invalid: (crm: string) => ({
    what: `لا يقبل ${apart(crm)} هذه البيانات`,
    next: 'يُرجى تعديل الحقول المحدّدة ثم الحفظ مجددًا.',
  }),
  'rate-limited': (crm: string) => ({ what: `الطلبات إلى ${apart(crm)} كثيرة جدًا`, next: again }),
  'server-error': (crm: string) => ({ what: `حدث عطل في ${apart(crm)}`, next: again }),
  redirected: (crm: string) => ({
    what: `حوّل ${apart(crm)} الطلب إلى صفحة أخرى`,
    next: 'ربما تغيّر العنوان أو سُجّل الخروج.',
  }),
  'bad-reply': (crm: string) => ({
    what: `تعذّرت قراءة رد ${apart(crm)}`,
    next: 'يُرجى إعادة المحاولة أو إبلاغ المسؤول.',
  }),
  'not-supported': (crm: string) => ({
    what: `لا يدعم ${apart(crm)} هذه العملية`,
    next: 'يُرجى إجراؤها في نظام CRM نفسه.',
  }),
  'no-slot': (crm: string) => ({
    what: `لا مكان في ${apart(crm)} لقيمة إضافية لدى جهة الاتصال هذه`,
    next: 'يُرجى إزالة إحدى القيم الحالية ثم إعادة المحاولة.',
  }),
  'cannot-hold': (crm: string) => ({
    what: `لا مكان في ${apart(crm)} لهذا النوع من معرّفات العملاء`,
    next: 'يُرجى أن يُطلب من المسؤول اختيار حقل له.',
  }),
  'read-only': (crm: string) => ({
    what: `لا يتيح ${apart(crm)} تعديل هذه القيمة`,
    next: 'يُرجى تعديلها في نظام CRM نفسه.',
  }),
  'not-taken': (crm: string) => ({
    what: `قبل ${apart(crm)} القيمة ولم يحفظها`,
    next: 'يُرجى مراجعة جهة الاتصال في نظام CRM.',
  }),
  'too-many': (crm: string) => ({
    what: `جهات الاتصال المحتملة في ${apart(crm)} أكثر من أن تُفحص كلها`,
    next: 'يُرجى البحث عن جهة الاتصال بالاسم.',
  }),
};

/** What is wrong with a value, for under its field, in Arabic. */
export const problemArabic: typeof problemEnglish = {
  required: 'حقل مطلوب',
  'not-valid': 'غير صالح',
  'stands-for-nobody': 'هذه القيمة لا تدل على أحد: يُترك الحقل فارغًا عند عدم وجود رقم',
  'not-a-field': 'ليس من حقول مساحة العمل هذه',
  'read-only': 'لا يمكن تعديله',
  taken: 'لدى جهة اتصال أخرى القيمة نفسها',
  'not-text': 'يجب أن يكون نصًا',
  'too-long': 'طويل جدًا',
  'too-many': 'العدد كبير جدًا',
  'not-a-number': 'عدد، مثل \u20684180.50\u2069',
  'not-a-date': 'تاريخ، مثل \u20682026-11-24\u2069',
  'not-a-date-time': 'تاريخ ووقت، مثل \u20682026-11-24 09:30\u2069',
  'not-an-option': 'يُرجى اختيار أحد الخيارات',
  'not-among-options': 'يُرجى الاختيار من بين الخيارات',
  'not-yes-or-no': 'يجب أن يكون نعم أو لا',
  'not-https': 'عنوان يبدأ بالصيغة \u2068https://\u2069',
  'not-an-email': 'عنوان البريد الإلكتروني يكون بالصيغة \u2068name@example.com\u2069',
  'not-a-phone': 'يتكوّن رقم الهاتف من أرقام، مثل \u2068+44 20 7946 0123\u2069',
  'not-a-list': 'يجب أن يكون قائمة',
};

/** Where it is known how much there may be, in Arabic. */
export const limitArabic: typeof limitEnglish = {
  'too-long': (most: number) =>
    `طويل جدًا: الحد الأقصى ${counted(most, amount(most), plural(most, characters))}`,
  'too-many': (most: number) => `العدد كبير جدًا: الحد الأقصى ${amount(most)}`,
};
