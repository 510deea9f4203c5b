import type { transferEnglish } from '../../en/options/options-transfer.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { apart } from '../grammar/nouns.ts';

const amount = (count: number): string => numberFormat().format(count);
const allOf = (names: string[]): string => (names.length === 0 ? 'لا شيء' : listOf(names.map(apart)));

/** Saved copies, and settings as a file, in Arabic. */
export const transferArabic: typeof transferEnglish = {
  copies: {
    title: 'النسخ المحفوظة',
    lead: 'يحتفظ Ringside بنسخ مشفّرة من جهات الاتصال التي قرأها، لتظهر فورًا وعندما لا يستجيب نظام CRM. لا يمكن قراءتها بعد تسجيل الخروج أو بعد إغلاق المتصفح.',
    freshMinutes: 'حديثة، بالدقائق',
    freshMinutesHint: 'خلالها تُعرض النسخة دون الرجوع إلى نظام CRM. ومع القيمة 0 يُرجع إليه في كل مرة.',
    staleHours: 'مدة الاحتفاظ، بالساعات',
    staleHoursHint: 'خلالها تُعرض النسخة فورًا مع ذكر عمرها، بينما يُستعلم في نظام CRM. ثم تُحذف.',
    missSeconds: 'عدم العثور، بالثواني',
    missSecondsHint: 'المدة التي يتذكر فيها Ringside أن نظام CRM لا يعرف صاحب رقم ما.',
    deleteNow: 'حذف النسخ المحفوظة الآن',
    askDelete: 'حذف النسخ المحفوظة؟',
    delete: 'حذف',
    deleteMeans: 'لا يتغيّر شيء في نظام CRM. وتُقرأ جهات الاتصال منه مجددًا عند الحاجة.',
    deleted: 'تم حذف النسخ المحفوظة.',
    notDeleted: 'تعذّر حذف النسخ المحفوظة. يُرجى إغلاق المتصفح: لا يمكن قراءتها بعد ذلك.',
    numberUpTo: (most: number) => `عدد من 0 إلى ${most}.`,
  },
  title: 'الاستيراد والتصدير',
  lead: 'لنقل الإعدادات إلى متصفحات أخرى في ملف. لا يحتوي الملف أبدًا على مفاتيح أنظمة CRM.',
  export: 'تصدير',
  exportHolds: 'المنصات وعناوين أنظمة CRM والعرض والنسخ المحفوظة، بصيغة JSON',
  exported: (file: string) => `سُلّم ${apart(file)} إلى المتصفح.`,
  import: 'استيراد',
  shownFirst: 'يُعرض أولًا ما سيتغيّر',
  wrongFile: 'الأخطاء في الملف',
  nothingChanged: 'لم يتغيّر شيء',
  read: (file: string) => `تمت قراءة ${apart(file)}. لم يتغيّر شيء بعد.`,
  unreadable: (file: string) => `لا يمكن استيراد ${apart(file)}.`,
  imported: 'تم استيراد الإعدادات.',
  importedInPart:
    'تم استيراد الإعدادات. لا يزال السماح لبعض المنصات أو أنظمة CRM مطلوبًا: يُرجى الرجوع إلى «المنصات» و«أنظمة CRM».',
  notImported: 'لم يُستورد شيء.',
  wouldChange: 'ما سيتغيّر',
  nothingWould: 'لن يتغيّر شيء',
  thisWould: 'سيتغيّر ما يلي',
  replaceMine: 'استبدال إعداداتي',
  lines: {
    hosts: 'المنصات',
    fresh: (count: number) => `الجديدة ${amount(count)}`,
    changed: (count: number) => `المعدّلة ${amount(count)}`,
    removed: (count: number) => `المحذوفة ${amount(count)}`,
    hostsThen: (now: number, then: number, changes: string[]) =>
      `${amount(now)} حاليًا، ثم ${amount(then)}: ${changes.join('، ')}`,
    header: 'ترويسة ContactID',
    trusted: (origins: string[]) => `ستكون موثوقة من ${listOf(origins.map(apart))}`,
    crm: 'أنظمة CRM',
    stay: 'يتغيّر خيار إبقاء تسجيل الدخول',
    crmsChange: 'يتغيّر ترتيبها أو أسماؤها أو منصاتها أو حقولها',
    crmThen: (now: string[], then: string[]) => `حاليًا ${allOf(now)}، ثم ${allOf(then)}`,
    crmThenSignIn: (now: string[], then: string[], signIns: string[]) =>
      `حاليًا ${allOf(now)}، ثم ${allOf(then)}؛ ويلزم بعدها تسجيل الدخول إلى ${listOf(signIns.map(apart))}`,
    rules: 'القواعد',
    rulesThen: (now: number, then: number) => `قواعدك: ${amount(now)} حاليًا، ثم ${amount(then)}`,
    view: 'العرض',
    changes: 'يتغيّر',
    copies: 'النسخ المحفوظة',
    livesChange: 'تتغيّر مدد الاحتفاظ بها',
  },
};
