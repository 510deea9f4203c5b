import type { pageEnglish } from '../../en/options/options-page.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { apart, type Counted, counted } from '../grammar/nouns.ts';
import { fileArabic } from './options-files.ts';

const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);

const choiceForms: Counted = {
  zero: 'اختيار للوكيل',
  one: 'اختيار واحد للوكيل',
  two: 'اختياران للوكيل',
  few: 'اختيارات للوكيل',
  many: 'اختيارًا للوكيل',
  other: 'اختيار للوكيل',
};

/** The frame of the options page, what all its sections say, and how the view looks. In Arabic. */
export const pageArabic: typeof pageEnglish = {
  title: 'خيارات Ringside',
  version: 'الإصدار',
  documents: 'الوثائق',
  options: 'الخيارات',
  save: 'حفظ',
  saved: 'تم الحفظ',
  cancel: 'إلغاء',
  remove: 'إزالة',
  replace: 'استبدال',
  allow: 'السماح',
  tryAgain: 'إعادة المحاولة',
  discard: 'تجاهل التعديلات',
  discarded: 'تم تجاهل التعديلات.',
  askRemove: (name: string) => `إزالة ${apart(name)}؟`,
  removeOf: (name: string) => `إزالة ${apart(name)}`,
  removed: (name: string) => `تمت إزالة ${apart(name)}.`,
  nothingChanged: 'لم يُعدَّل شيء',
  someUnsaved: 'توجد تعديلات لم تُحفظ بعد.',
  unreadable: 'لا يمكن قراءة الإعدادات. يُرجى إعادة تحميل هذه الصفحة.',
  notSaved: 'لم يُحفظ: رفض المتصفح التخزين. ما أُدخل لا يزال هنا؛ يُرجى إعادة المحاولة.',
  settingsProblems: {
    newer: (version: number) =>
      `كُتبت هذه الإعدادات بإصدار أحدث من Ringside (إصدار الإعدادات ${version}). يمكن الاطلاع عليها هنا دون تعديلها.`,
    damaged: (paths: string[]) =>
      `تعذّرت قراءة الإعدادات المحفوظة (${paths.map((path) => apart(path || fileArabic.allOfIt)).join('، ')}). يعمل Ringside بقيمه الافتراضية؛ وتبقى الإعدادات التالفة محفوظة.`,
  },
  sections: {
    hosts: 'المنصات',
    rules: 'القواعد',
    diagnostics: 'التشخيص',
    crms: 'أنظمة CRM',
    fields: 'الحقول والأقسام',
    view: 'العرض',
    'saved-copies': 'النسخ المحفوظة',
    transfer: 'الاستيراد والتصدير',
  },
  steps: {
    list: 'الخطوات حتى المكالمة الأولى',
    crm: 'ربط نظام CRM',
    host: 'ربط الهاتف البرمجي أو صندوق الوارد',
    call: 'استقبال مكالمة: يظهر المتصل التالي في اللوحة',
    done: ' (تمت)',
  },
  view: {
    title: 'العرض',
    lead: 'ما يُفتح عند ورود مكالمة أو دردشة، وكيف يبدو.',
    opensWith: 'العرض عند الفتح',
    views: { auto: 'حسب استخدام صندوق الوارد', reduced: 'العرض المختصر', full: 'العرض الكامل' },
    autoHint:
      'العرض الكامل بجانب صندوق وارد كامل، وإلا فالعرض المختصر. ويُحفظ ما ينتقل إليه الوكيل لتلك المنصة وذلك الصندوق.',
    sameHint: 'هو نفسه دائمًا، مهما كان استخدام صندوق الوارد. ويبقى بإمكان الوكيل التبديل.',
    remembered: 'الاختيارات المحفوظة',
    choices: (count: number) => counted(count, amount(count), plural(count, choiceForms)),
    forget: 'حذفها',
    forgotten: 'تم حذف الاختيارات المحفوظة.',
    arrival: 'ما يظهر عند الورود',
    surfaces: { card: 'بطاقة في الصفحة', notification: 'إشعار', badge: 'شارة فقط' },
    arrivalHint:
      'فقط ما دامت اللوحة غير مفتوحة بجانب الصفحة. وإذا كانت الصفحة لا تسمح بالبطاقة، يظهر إشعار بدلًا منها.',
    names: 'ذكر اسم الشخص في الإشعارات',
    namesHint: 'دونه تُذكر القناة والحملة فقط: قد يرى آخرون هذه الشاشة.',
    discreet: 'عدم نطق الأسماء والأرقام',
    discreetHint: 'يُبلَّغ قارئ الشاشة بالعثور على جهة اتصال دون ذكر هويتها.',
    singleKeys: 'اختصارات المفتاح الواحد في العرض',
    singleKeysHint:
      'مثل N للخيار «ليس هذا الشخص». يمكن إيقافها إذا كان الإدخال الصوتي أو الضغط غير المقصود يشغّلها.',
    browserKeys: 'الاختصارات في المتصفح كله',
    browserKeysHint: 'فتح اللوحة، والانتقال من تفاعل إلى آخر، والبحث.',
    changeKeys: 'تعديل الاختصارات',
    language: 'اللغة',
    languageAuto: 'لغة المنصة، وإلا فلغة المتصفح',
    theme: 'المظهر',
    themes: { system: 'مظهر النظام', light: 'فاتح', dark: 'داكن' },
  },
  address: {
    none: 'يُرجى كتابة عنوان أو لصقه أولًا.',
    'not-an-address': 'هذا ليس عنوانًا. يُرجى لصق ما يظهر في شريط عنوان المتصفح.',
    'not-web': 'يعمل Ringside مع صفحات الويب فقط، لا مع صفحات المتصفح نفسه ولا مع الملفات.',
    insecure:
      'هذا العنوان غير مشفّر (http): يمكن لأي طرف على مسار الاتصال قراءة ما يُنقل وتعديله. يُرجى استخدام https؛ فلا يُقبل http إلا على هذا الحاسوب (localhost).',
    'user-info': 'يُرجى إزالة الاسم وكلمة المرور من العنوان.',
    closed: 'لا يسمح المتصفح لأي إضافة بدخول هذه الصفحة.',
    many: 'هذا يدل على مواقع كثيرة. يُرجى كتابة عنوان موقع واحد: لا يطلب Ringside نطاقًا كاملًا أبدًا.',
    blanks: 'لا مسافات في العنوان. يُرجى لصق ما يظهر في شريط عنوان المتصفح.',
    word: 'هذه كلمة واحدة وليست عنوانًا. يُرجى لصق العنوان الكامل كما يظهر في المتصفح، مع \u2068https://\u2069.',
  },
};
