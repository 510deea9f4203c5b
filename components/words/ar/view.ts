import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { ViewWords } from '../en/view.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { assignArabic } from './assign.ts';
import { errorArabic, limitArabic, problemArabic } from './errors.ts';
import { fieldArabic } from './fields.ts';
import { foundArabic } from './found.ts';
import { apart, type Counted, counted, identifierNoun, thisChannel } from './grammar/nouns.ts';
import { sharedArabic } from './shared.ts';
import { stepsArabic } from './steps.ts';
import { writeArabic } from './writes.ts';

const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);

const people: Counted = {
  zero: 'شخص',
  one: 'شخص واحد',
  two: 'شخصان',
  few: 'أشخاص',
  many: 'شخصًا',
  other: 'شخص',
};
const fresh: Counted = {
  zero: 'جديد',
  one: 'واحد جديد',
  two: 'اثنان جديدان',
  few: 'جديدة',
  many: 'جديدًا',
  other: 'جديد',
};

/** What the contact view says, in Arabic. */
export const viewArabic: ViewWords = {
  errors: errorArabic,
  problems: problemArabic,
  limits: limitArabic,
  interactions: 'التفاعلات',
  needsAttention: 'يتطلب الانتباه',
  save: 'حفظ',
  cancel: 'إلغاء',
  saving: 'جارٍ الحفظ',
  saved: 'تم الحفظ',
  allSaved: 'كل شيء محفوظ',
  notSaved: 'لم يُحفظ',
  notSavedBecause: (what: string) => `لم يُحفظ. ${what}.`,
  notSavedYet: 'لم يُحفظ.',
  notSavedSo: (what: string, next: string) => `لم يُحفظ. ${what}. ${next}`,
  ...writeArabic,
  waiting: {
    count: (count: number) => `${amount(count)} بانتظار الإرسال`,
    title: 'بانتظار الحفظ',
    line: <Part>(label: Part, value: Part): Sentence<Part> => [label, ': ', value],
    lineOf: <Part>(write: Part, whose: Part): Sentence<Part> => [write, '، بخصوص ', whose],
    since: <Part>(time: Part): Sentence<Part> => ['منذ ', time],
    sinceFor: <Part>(time: Part, crm: Part): Sentence<Part> => ['منذ ', time, '، بانتظار ', crm],
    sendNow: 'إرسال الآن',
    chip: 'بانتظار الإرسال',
    bySelf: (crm: string) => `بانتظار الإرسال. يُرسل تلقائيًا فور استجابة ${apart(crm)}.`,
  },
  tryAgain: 'إعادة المحاولة',
  tryNow: 'المحاولة الآن',
  giveUp: 'تجاهل',
  back: 'رجوع',
  signIn: 'تسجيل الدخول',
  options: 'الخيارات',
  newContact: 'جهة اتصال جديدة',
  search: 'البحث في جهات الاتصال',
  searchCopies: 'البحث في النسخ المحفوظة',
  notThisPerson: 'ليس هذا الشخص',
  fullView: 'العرض الكامل',
  reducedView: 'العرض المختصر',
  assign: assignArabic,
  now: {
    last: 'آخر تواصل',
    unknown: 'آخر تواصل غير معروف',
    notTold: (crm: string) => `لا يذكر ${apart(crm)} موعد آخر تواصل`,
    nothing: (crm: string) => `لا شيء مسجّل في ${apart(crm)}`,
    recorded: (crm: string) => `حسب سجل ${apart(crm)}`,
  },
  openIn: (crm: string) => `فتح في ${apart(crm)}`,
  openRecord: 'فتح السجل في نظام CRM',
  copied: (label: string) => `تم نسخ ${apart(label)}`,
  notCopied: 'لم يتم النسخ. يُرجى تحديد القيمة ونسخها يدويًا.',
  browsed: { copy: 'نسخة محفوظة', opened: 'فُتحت بطلبك', reading: 'جارٍ القراءة' },
  candidates: {
    peopleOf: <Part>(name: Part, count: number): Sentence<Part> => [
      'رقم ',
      name,
      ` · ${counted(count, amount(count), plural(count, people))}`,
    ],
    list: 'جهات الاتصال المطابقة',
    none: 'غير موجود بينها؟',
    more: (count: number) => `لا يُعرض منها سوى ${amount(count)}. يمكن البحث عن البقية بالاسم.`,
    search: 'بحث',
    noCompany: 'بلا شركة',
    fact: (label: string, value: string) => `${apart(label)}: ${apart(value)}`,
  },
  host: {
    wasOpen: (name: string) => `كانت صفحة ${apart(name)} مفتوحة قبل Ringside`,
    reload: 'يُرجى إعادة تحميل الصفحة لتظهر مكالماتها، لكن ليس أثناء مكالمة جارية لأنها ستنقطع',
    reloadNow: 'إعادة التحميل',
    cannotRead: (name: string) => `لا يستطيع Ringside قراءة ${apart(name)}`,
    signInThere:
      'يُرجى تسجيل الدخول هناك أو إعادة تحميل الصفحة. إن استمر ذلك فيُرجى إبلاغ المسؤول: قد لا تظهر المكالمات',
  },
  idle: {
    recent: 'جهات الاتصال الأخيرة',
    nobody: 'لا أحد بعد. تظهر هنا جهات الاتصال التي يجري التواصل معها.',
    testCall: 'استقبال مكالمة تجريبية',
  },
  body: {
    notLookedUpYet: 'لم يُجرَ الاستعلام بعد',
    noCopy: 'لا نسخة محفوظة',
    choose: 'يُرجى اختيار الشخص',
    nothingToLookFor: 'لا رقم للاستعلام عنه أو إسناده',
    hostHasNotSaid: (channel: Channel) => `لم تذكر المنصة بعد الطرف الآخر في ${thisChannel(channel)}`,
    rejected: 'ليس هذا الشخص، حسب اختيارك',
    nobodyByIt: 'لا يمكن العثور على أحد بواسطته',
    again: 'إعادة الاستعلام',
    searchFor: <Part>(name: Part): Sentence<Part> => ['البحث عن «', name, '»'],
    madeThere: (crm: string) => `تُنشأ جهات الاتصال الجديدة في ${apart(crm)} نفسه.`,
    mayNotCreate: (crm: string) =>
      `ليس لديك إذن بإنشاء جهات اتصال في ${apart(crm)}. يُرجى طلب الإذن من المسؤول.`,
    lookingBy: (by: IdentifierKind | 'contact-id' | undefined) => `حسب ${sought(by)}`,
    lookingFor: (by: IdentifierKind | 'contact-id' | undefined, seconds: number) =>
      `حسب ${sought(by)}، ${seconds} ث`,
  },
  late: {
    pageGone: (channel: Channel) => `لم تعد صفحة ${thisChannel(channel)} موجودة`,
    finishedIn: <Part>(time: Part): Sentence<Part> => ['ينتهي التفاعل خلال ', time, ' ما لم تعد الصفحة'],
    since: <Part>(time: Part): Sentence<Part> => ['منذ ', time, '؛ قد تكون البيانات المعروضة أقدم'],
    tryingIn: <Part>(time: Part): Sentence<Part> => ['إعادة المحاولة خلال ', time],
    trying: 'تجري إعادة المحاولة',
    notSignedIn: (crm: string) => `لم يُسجّل الدخول إلى ${apart(crm)}`,
    notAskedThere: 'لا يُجرى فيه أي استعلام',
    stillLooking: (crm: string) => `لم يستجب ${apart(crm)} بعد`,
    othersShown: 'تُعرض الردود الأخرى',
  },
  menu: {
    more: 'المزيد',
    letGo: 'إلغاء تثبيت هذا التفاعل',
    keep: 'تثبيت هذا التفاعل في المقدمة',
    remove: 'إزالة من القائمة',
    showIn: (crm: string) => `عرض السجل في ${apart(crm)}`,
    keys: 'الاختصارات',
    oneTo: 'من 1 إلى 9',
    escape: 'Esc',
    choose: 'اختيار جهة اتصال مطابقة',
    searchCaller: 'البحث عن اسم المتصل',
    next: 'التفاعل التالي أو السابق',
    pin: 'تثبيت هذا التفاعل في المقدمة أو إلغاء تثبيته',
    show: 'عرض هذه القائمة',
    singleKeys: 'تفعيل اختصارات المفتاح الواحد',
    copyKey: 'Ctrl+C',
    copy: 'نسخ القيمة المحددة',
    back: 'الرجوع أو إغلاق ما هو مفتوح',
  },
  commands: {
    'open-panel': 'فتح اللوحة',
    'next-interaction': 'التفاعل التالي',
    'previous-interaction': 'التفاعل السابق',
    'search-contacts': 'البحث في جهات الاتصال',
    'not-this-person': 'ليس هذا الشخص',
  },
  rail: {
    moreInteractions: ' من التفاعلات الأخرى',
    fresh: (count: number) => counted(count, amount(count), plural(count, fresh)),
    more: 'المزيد',
    noHost: 'لم تُربط أي منصة بعد',
    nothingLive: 'لا تفاعلات جارية',
    connected: (names: string[]) => `تم ربط ${listOf(names.map(apart))}`,
    withheld: 'محجوب',
    noNumber: 'بلا رقم',
    pinned: 'مثبّت',
    rings: (who: string, state: string) => `${apart(who)}: ${state}`,
    ringsFor: (who: string, state: string, campaign: string) => `${apart(who)}: ${state}، ${apart(campaign)}`,
  },
  found: foundArabic,
  signedOut: {
    lossless: 'لم يُفقد شيء. يُرجى تسجيل الدخول مجددًا للمتابعة.',
    losslessAs: (agent: string) => `لم يُفقد شيء. يُرجى تسجيل الدخول مجددًا باسم ${apart(agent)} للمتابعة.`,
    noCrm: 'لم يُربط أي نظام CRM بعد',
    soNobody: 'لذا لا يمكن الاستعلام عن أحد',
    connect: 'ربط',
    never: 'لم يُسجّل الدخول',
    since: (time: string) => `سُجّل الخروج الساعة ${time}`,
    nobody: 'لا يُجرى أي استعلام',
    refused: 'رُفض المفتاح',
    deleted: 'حُذفت النسخ المحفوظة',
  },
  steps: stepsArabic,
  fields: fieldArabic,
};

function sought(by: IdentifierKind | 'contact-id' | undefined): string {
  if (by === 'contact-id') return 'ContactID';
  if (by === undefined) return 'معرّف العميل';
  return by === 'phone' || by === 'email' ? sharedArabic.identifiers.labels[by] : identifierNoun(by);
}

export { viewArabic as words };
