import type { rulesEnglish } from '../../en/options/options-rules.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { apart, type Counted, counted } from '../grammar/nouns.ts';

const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);

const ruleForms: Counted = {
  zero: 'قاعدة',
  one: 'قاعدة واحدة',
  two: 'قاعدتان',
  few: 'قواعد',
  many: 'قاعدة',
  other: 'قاعدة',
};
const interactionForms: Counted = {
  zero: 'تفاعل',
  one: 'تفاعل واحد',
  two: 'تفاعلان',
  few: 'تفاعلات',
  many: 'تفاعلًا',
  other: 'تفاعل',
};

/** What the editor of host rules says, and a trial of them on an open tab, in Arabic. */
export const rulesArabic: typeof rulesEnglish = {
  startFrom: 'البدء من…',
  startFromLabel: 'البدء من قالب أو ملف',
  templates: 'القوالب',
  shipped: 'الملفات المرفقة',
  own: 'ملفاتك',
  template: {
    phone: 'هاتف: مربع لكل مكالمة',
    inbox: 'صندوق وارد: دردشات، إحداها مفتوحة',
    mails: 'بريد ويب: قائمة وإطار تُفتح فيه الرسالة',
    messages: 'رسائل النوافذ',
    socket: 'JSON عبر WebSocket',
  },
  askReplace: (name: string) => `وضع ${apart(name)} مكان ما كُتب؟`,
  replaceMeans: 'لم يُضف محتوى المحرر إلى القواعد، وسيُفقد.',
  usable: (name: string) => `يمكن استخدام ${apart(name)}.`,
  counts: (rules: number) => counted(rules, amount(rules), plural(rules, ruleForms)),
  line: (line: number) => `السطر ${amount(line)}`,
  goToLine: (line: number) => `الانتقال إلى السطر ${amount(line)}`,
  tryIt: 'التجربة على علامة تبويب مفتوحة',
  lead: 'تعرض التجربة ما يعثر عليه كل محدِّد في صفحة مفتوحة أثناء تغيّرها. لا يظهر محتوى تلك الصفحة إلا لك، ولا يُحفظ في أي مكان؛ ولا يُجرى أي استعلام. ويمكن رؤية الاثنتين معًا بفتح الصفحة بجانب هذه.',
  beside: 'فتح بجانب الصفحة',
  address: 'عنوان الصفحة',
  addressHint: 'يسأل المتصفح عن السماح لـ Ringside بقراءتها؛ ويُعاد الإذن عند الإيقاف.',
  try: 'تجربة',
  stop: 'إيقاف',
  whichTab: 'علامة التبويب',
  untitled: (id: number) => `علامة التبويب ${id}`,
  notYet: 'لا شيء للتجربة قبل أن تصبح القواعد أعلاه صالحة للاستخدام.',
  noneOfPages:
    'لا تقرأ أي من هذه القواعد محتوى صفحة. تُجرَّب قواعد الرسائل والمقابس مع الصفحة نفسها: يُرجى ربطها ثم الاطلاع على «التشخيص».',
  refused: (origin: string) => `لم يُسمح لـ Ringside بقراءة ${apart(origin)}.`,
  noTab: (origin: string) => `لا علامة تبويب مفتوحة على ${apart(origin)}. يُرجى فتح الصفحة ثم إعادة المحاولة.`,
  notEntered: 'لا يسمح المتصفح لأي نص برمجي بدخول علامة التبويب هذه. يُرجى إعادة تحميلها أو تجربة صفحة أخرى.',
  loading: 'بانتظار الصفحة…',
  page: 'الصفحة نفسها',
  frame: 'إطار في الصفحة',
  reading: {
    reads: 'يمكنها قراءة هذه الصفحة',
    unseen: 'تعثر على صفوف، ولا شيء منها ظاهر',
    'cannot-read': 'لا إصدار منها يلائم هذه الصفحة',
    elsewhere: 'مخصصة لمكان آخر',
  },
  readingOf: (rule: string, version: string | undefined) =>
    version === undefined ? apart(rule) : `${apart(rule)}، إصدار ${apart(version)}`,
  columns: {
    path: 'الموضع',
    selector: 'المحدِّد',
    found: 'المعثور عليه',
    seen: 'الظاهر',
    texts: 'النص',
  },
  selectorsOf: (rule: string) => `محدِّدات ${apart(rule)}`,
  interactionsOf: (rule: string) => `تفاعلات ${apart(rule)}`,
  interactions: (count: number) =>
    count === 0 ? 'لا تفاعلات' : counted(count, amount(count), plural(count, interactionForms)),
  unknownSelector: 'لا يعرف المتصفح هذا المحدِّد',
  looked: 'ينظر إليه الوكيل',
  beginsNothing: 'لا يبدأ شيئًا بمفرده',
};
