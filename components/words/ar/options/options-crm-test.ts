import type { IdentifierKind } from '../../../../lib/domain/contact/identifier.ts';
import type { crmTestEnglish } from '../../en/options/options-crm-test.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { apart, type Counted, contacts, counted } from '../grammar/nouns.ts';

const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);

/** Kinds that arrive from hosts; extension numbers are the host's own business. */
const kindNames: Record<Exclude<IdentifierKind, 'extension'>, string> = {
  phone: 'أرقام الهواتف',
  email: 'عناوين البريد الإلكتروني',
  instagram: 'معرّفات Instagram',
  facebook: 'معرّفات Facebook',
  telegram: 'معرّفات Telegram',
  whatsapp: 'معرّفات WhatsApp',
  username: 'أسماء المستخدمين',
  other: 'معرّفات العملاء الأخرى',
};

const doings = {
  create: 'إنشاء جهات الاتصال',
  update: 'تعديل الحقول',
  search: 'البحث بالاسم',
  link: 'إضافة رقم أو عنوان إلى جهة اتصال',
  move: 'نقل رقم أو عنوان من جهة اتصال إلى أخرى',
  unlink: 'إزالة رقم أو عنوان من جهة اتصال',
};

const campaignForms: Counted = {
  zero: 'حملة',
  one: 'حملة واحدة',
  two: 'حملتان',
  few: 'حملات',
  many: 'حملة',
  other: 'حملة',
};
const otherContacts: Counted = {
  zero: 'جهة اتصال أخرى',
  one: 'جهة اتصال أخرى',
  two: 'جهتي اتصال أخريين',
  few: 'جهات اتصال أخرى',
  many: 'جهة اتصال أخرى',
  other: 'جهة اتصال أخرى',
};
const partForms: Counted = {
  zero: 'جزء من جهة اتصال أو حقل',
  one: 'جزء من جهة اتصال أو حقل',
  two: 'جزءان من جهات اتصال أو حقول',
  few: 'أجزاء من جهات اتصال أو حقول',
  many: 'جزءًا من جهات اتصال أو حقول',
  other: 'جزء من جهات اتصال أو حقول',
};

/** The test of a CRM, and what to know of it, in Arabic. */
export const crmTestArabic: typeof crmTestEnglish = {
  lookup: 'ما يطلبه الاستعلام',
  title: 'الاختبار',
  test: 'اختبار',
  testing: 'جارٍ الاختبار',
  again: 'إعادة الاختبار',
  before: 'اختُبر قبل التعديل',
  justNow: 'اختُبر قبل لحظات',
  milliseconds: (count: number) => `${count} ملي ثانية`,
  seconds: (count: number) => {
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return `${numberFormat(digits).format(count)} ث`;
  },
  notTried: 'لم يُختبر',
  notKnown: 'غير معروف',
  never: 'أبدًا',
  rest: ['جهات الاتصال', 'الحقول والحملات', 'البحث بالهاتف', 'الإنشاء'],
  signingIn: 'تسجيل الدخول',
  answers: 'العنوان يستجيب',
  answersSlowly: 'العنوان يستجيب ببطء',
  slowMeans: 'ينتظر الوكيل المدة نفسها لظهور جهة اتصال غير محفوظة هنا بعد.',
  signedInAs: (agent: string) => `سُجّل الدخول باسم ${apart(agent)}`,
  contactsRead: 'يمكن قراءة جهات الاتصال',
  contactsUnread: 'لا يمكن قراءة جهات الاتصال',
  fieldsRead: (workspace: string) => `تمت قراءة حقول ${apart(workspace)} وحملاته`,
  fieldsUnread: 'لا يمكن قراءة الحقول والحملات',
  campaigns: (count: number) => counted(count, amount(count), plural(count, campaignForms)),
  failure: (text: string, advice: string) => `${text}. ${advice}`,
  phoneSearch: 'البحث بالهاتف',
  noNumber: 'لا رقم هاتف لدى أي من جهات الاتصال المقروءة لتجربته.',
  phoneSearchFails: 'يفشل البحث بالهاتف',
  isFound: (who: string, number: string) => `يعثر البحث عن ${apart(number)} على ${apart(who)}`,
  isNotFound: (who: string, number: string) => `لا يعثر البحث عن ${apart(number)} على ${apart(who)}`,
  notFoundMeans:
    'الرقم موجود في نظام CRM، لكن البحث عنه لا يعثر على صاحبه. يُرجى التحقق من بلد الأرقام الوطنية؛ وقد يحتاج نظام CRM الذي يتأخر في الفهرسة إلى دقيقة.',
  withOthers: (count: number) =>
    `الرقم نفسه لدى ${counted(count, amount(count), plural(count, otherContacts))}: يُطلب من الوكلاء الاختيار.`,
  leftOut: (whole: number, parts: number) => {
    const left = [
      ...(whole > 0 ? [counted(whole, amount(whole), plural(whole, contacts))] : []),
      ...(parts > 0 ? [counted(parts, amount(parts), plural(parts, partForms))] : []),
    ];
    return `لا يمكن قراءة كل شيء. المستبعد: ${listOf(left, 'conjunction')}`;
  },
  leftOutMeans: 'يُستخدم الباقي. يذكر التشخيص ما استُبعد بعد أن يبدأ الوكلاء العمل به.',
  creating: 'إنشاء جهات الاتصال',
  creatingUnknown: 'لا يذكر نظام CRM هذا من يحق له ذلك. لا يُعرف إلا عند إنشاء أول جهة اتصال.',
  createsNone: (crm: string) => `لا يُنشئ ${apart(crm)} جهات اتصال عبر Ringside`,
  canCreate: 'يمكن إنشاء جهات الاتصال',
  cannotCreate: 'لا يمكن إنشاء جهات الاتصال',
  giveRight: (crm: string) =>
    `يُرجى منح هذا المستخدم إذن إنشاء جهات الاتصال في ${apart(crm)}، ثم إعادة الاختبار. القراءة تعمل دونه.`,
  headlines: {
    noFields: 'يمكن قراءة جهات الاتصال دون الحقول',
    notByPhone: 'يمكن قراءة جهات الاتصال، لكن لا يمكن العثور عليها بالهاتف',
    noCreating: 'القراءة تعمل، والإنشاء لا يعمل',
    slow: 'كل شيء يعمل، لكن ببطء',
    notAll: 'كل شيء يعمل، لكن لا يمكن قراءة جميع جهات الاتصال كاملة',
    all: 'كل شيء يعمل',
  },
  tried: {
    'running-product': 'جُرّب على المنتج نفسه أثناء تشغيله',
    'recorded-exchanges': 'جُرّب على تبادلات مسجّلة من المنتج أثناء تشغيله',
    'published-contract': 'أُعدّ وفق العقد المنشور، ولم يُجرَّب على الخدمة',
    'documents-only': 'أُعدّ وفق الوثائق، ولم يُجرَّب على الخدمة',
  },
  cannot: (what: (keyof typeof doings)[]) =>
    `لا يدعم ${listOf(
      what.map((one) => doings[one]),
      'disjunction',
    )}`,
  cannotHold: (kinds: (keyof typeof kindNames)[]) =>
    `لا يحفظ ${listOf(
      kinds.map((kind) => kindNames[kind]),
      'disjunction',
    )}`,
  makeField: (field: string) => `يُنشأ لها حقل نصي في نظام CRM، ويُذكر اسمه أعلاه في «${apart(field)}».`,
  byHand: 'من يتواصل بأحدها يُختار يدويًا في كل مرة.',
  unguarded: 'لا ينتبه إلى تعديل شخصين لجهة الاتصال نفسها',
  laterHolds: 'يسري التعديل الأخير.',
  almostGuarded: 'تعديل شخصين لجهة الاتصال نفسها في الثانية ذاتها',
  numbersAreKept:
    'في الحقل الواحد يسري التعديل الأخير. وإذا حلّ رقم أحدهما محل رقم الآخر، يُكتشف ذلك بعد ثانية، فيُعاد الرقم أو يُبلَّغ عنه.',
  searchesInAddress: 'تُرسل عمليات البحث ضمن العنوان',
  inLogs: 'قد يحتوي سجل الوصول لديه، وسجل أي خادم وكيل أمامه، على الأرقام والأسماء التي جرى البحث عنها.',
};
