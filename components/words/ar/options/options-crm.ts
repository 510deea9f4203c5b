import type { crmEnglish } from '../../en/options/options-crm.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { apart, type Counted, characters, counted } from '../grammar/nouns.ts';
import { crmErrorArabic } from './options-crm-errors.ts';

const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);

const secondForms: Counted = {
  zero: 'ثانية',
  one: 'ثانية واحدة',
  two: 'ثانيتين',
  few: 'ثوانٍ',
  many: 'ثانية',
  other: 'ثانية',
};

/** Connecting a CRM, in Arabic. */
export const crmArabic: typeof crmEnglish = {
  titleFirst: 'ربط نظام CRM',
  title: 'نظام CRM',
  titleSeveral: 'أنظمة CRM',
  lead: 'يبقى المفتاح في هذا المتصفح. ولا يُرسل إلا إلى العنوان أدناه.',
  leadSeveral: 'تبقى المفاتيح في هذا المتصفح. ولا يُرسل كل منها إلا إلى نظام CRM الخاص به.',
  theCrm: 'نظام CRM',
  connectedCrms: 'أنظمة CRM المرتبطة',
  order:
    'يُعرض أولًا أول نظام في الترتيب يعرف الشخص. ويُستعلم عن ContactID الذي ترسله المنصة في أول نظام مخصص لها.',
  moveUp: (crm: string) => `نقل ${apart(crm)} إلى أعلى`,
  moveDown: (crm: string) => `نقل ${apart(crm)} إلى أسفل`,
  movedTo: (crm: string, place: number, of: number) =>
    `ترتيب ${apart(crm)} الآن ${amount(place)} من ${amount(of)}.`,
  edit: 'تعديل',
  editOf: (crm: string) => `تعديل ${apart(crm)}`,
  close: 'إغلاق',
  addAnother: 'إضافة نظام CRM آخر',
  name: 'الاسم',
  nameHint: 'ما يقرؤه الوكلاء بدلًا من اسم نظام CRM',
  onlyHosts: 'لهذه المنصات فقط',
  forAllHosts: 'لم تُحدَّد أي منصة: يُستعلم فيه مهما كانت المنصة.',
  forTheseHosts: 'يُستعلم فيه عن المكالمات والدردشات في المنصات المحددة دون غيرها.',
  notConnected: '(غير مرتبطة)',
  onlyFor: (hosts: string[]) => `المنصات: ${listOf(hosts.map(apart))} فقط`,
  label: 'نظام CRM',
  own: 'يأتي مع Ringside',
  yours: 'أنظمتك',
  keyKept: 'المفتاح محفوظ. لمواصلة استخدامه يُترك هذا الحقل فارغًا.',
  stay: 'إبقاء تسجيل الدخول',
  staySignIn:
    'يُبقي تسجيل الدخول على هذا الحاسوب بعد إغلاق المتصفح. ودونه يبقى في الذاكرة وحدها وتلزم إعادته.',
  stayKey: 'يُبقي المفتاح على هذا الحاسوب بعد إغلاق المتصفح. ودونه يبقى في الذاكرة وحدها ويلزم إدخاله مجددًا.',
  redirect: 'عنوان إعادة التوجيه',
  copyThere: 'لم يُسمح بالنسخ. يُرجى تحديد العنوان ونسخه.',
  registerIt: (crm: string) => `يُسجَّل في ${apart(crm)} مع معرّف عميل OAuth.`,
  copy: 'نسخ',
  copied: 'تم النسخ',
  signInWith: (crm: string) => `تسجيل الدخول عبر ${apart(crm)}`,
  signInAgainWith: (crm: string) => `تسجيل الدخول مجددًا عبر ${apart(crm)}`,
  signIn: {
    none: 'تُفتح صفحة نظام CRM نفسه. ولا يرى Ringside كلمة المرور.',
    kept: 'سُجّل الدخول.',
    new: 'سُجّل الدخول. يلزم الحفظ للإبقاء عليه.',
  },
  signedIn: 'سُجّل الدخول',
  signedOutSignIn: 'سُجّل الخروج. يُرجى تسجيل الدخول ثم الحفظ.',
  signedOutKey: 'سُجّل الخروج. يُرجى إدخال المفتاح ثم الحفظ.',
  unreachable: 'لا يسمح المتصفح لـ Ringside بالوصول إلى هذا العنوان',
  mayReach: (crm: string) => `يمكن لـ Ringside الوصول إلى ${apart(crm)}.`,
  mayNotReach: (crm: string) => `لم يُسمح بالوصول إلى ${apart(crm)}.`,
  notAllowed: 'لم يُسمح بالوصول إلى هذا العنوان. لم يُحفظ شيء ولم يُرسل.',
  arrange: 'ترتيب حقوله',
  signOut: 'تسجيل الخروج',
  signOutOf: (crm: string) => `تسجيل الخروج من ${apart(crm)}`,
  signInShort: 'تسجيل الدخول',
  signInTo: (crm: string) => `تسجيل الدخول إلى ${apart(crm)}`,
  arrangeOf: (crm: string) => `ترتيب حقوله: ${apart(crm)}`,
  allowOne: (crm: string) => `السماح بالوصول إلى ${apart(crm)}`,
  signedOutOfOne: 'سُجّل الخروج',
  signedOut: 'سُجّل الخروج، ولم يعد المفتاح محفوظًا.',
  removeMeans: 'يسجّل Ringside الخروج ويحذف نسخه المحفوظة ويعيد الإذن إلى المتصفح. ولا يتغيّر شيء في نظام CRM.',
  notSignedIn: (why: string) => `لم يُسجّل الدخول: ${why}`,
  signInProblems: {
    'not-allowed': 'أُغلقت النافذة أو رفض نظام CRM الطلب',
    'signed-out': 'لم يقبل نظام CRM معرّف عميل OAuth هذا أو عنوان إعادة التوجيه',
    'bad-reply': 'رد نظام CRM بغير ما طُلب',
  },
  tested: (headline: string) => `تم الاختبار: ${headline}`,
  saved: (headline: string) => `تم الحفظ. ${headline}.`,
  savedButFailed: (headline: string) => `تم الحفظ، لكن الاختبار فشل: ${headline}`,
  notForgotten: 'لم يُحفظ شيء: تعذّر على المتصفح حذف المفتاح السابق. يُرجى إعادة المحاولة.',
  keyNotKept: 'حُفظ العنوان، لكن المتصفح رفض حفظ المفتاح. يُرجى إدخاله مجددًا ثم الحفظ.',
  choose: 'يُرجى اختيار نظام CRM.',
  twice:
    'نظام CRM هذا موجود في القائمة بهذه الإعدادات نفسها. ولا يُعرض كل شخص إلا مرة واحدة، لذا يُرجى تعديل النظام الموجود.',
  nameNeeded: 'يحمل نظام CRM آخر هذا الاسم. يُرجى إعطاء هذا النظام اسمًا يميّزه الوكلاء.',
  nameTaken: 'يحمل نظام CRM آخر هذا الاسم.',
  nameTooLong: (most: number) => `الحد الأقصى ${counted(most, `${most}`, plural(most, characters))}.`,
  cannotUse: 'لا يمكن لنظام CRM هذا استخدام ذلك.',
  needs: 'هذه المعلومة لازمة لنظام CRM هذا.',
  signInFirst: 'يُرجى تسجيل الدخول أولًا.',
  keyAgain: 'يُرجى إدخال المفتاح مجددًا: المفتاح الحالي يخص عنوانًا آخر.',
  key: 'يُرجى إدخال مفتاح نظام CRM.',
  know: (crm: string) => `معلومات عن ${apart(crm)}`,
  errors: crmErrorArabic,
  pause: (seconds: number) => ({
    text: 'يطلب نظام CRM التمهّل',
    advice: `يُرجى إعادة الاختبار بعد ${counted(seconds, `${seconds}`, plural(seconds, secondForms))}.`,
  }),
};
