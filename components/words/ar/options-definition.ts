import type { definitionEnglish, Offers } from '../en/options-definition.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import { apart, type Counted, counted } from './grammar/nouns.ts';
import { sharedArabic } from './shared.ts';

const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);

const fieldForms: Counted = {
  zero: 'حقل',
  one: 'حقل واحد',
  two: 'حقلان',
  few: 'حقول',
  many: 'حقلًا',
  other: 'حقل',
};

/** The definition of a CRM and the try of it, in Arabic. */
export const definitionArabic: typeof definitionEnglish = {
  title: 'التعريف',
  usable: (name: string) => `${apart(name)}: صالح للاستخدام`,
  offers: ({ kinds, searches, creates, edits, links, fields }: Offers) => {
    const names = kinds.map((kind) => sharedArabic.identifiers.labels[kind]).join('، ');
    const can = [
      kinds.length > 0 && `الاستعلام حسب ${names}`,
      searches && 'البحث',
      creates && 'الإنشاء',
      edits && 'التعديل',
      links && 'الإسناد',
      counted(fields, amount(fields), plural(fields, fieldForms)),
    ];
    return can.filter((one) => one !== false).join(' · ');
  },
  startFromExample: 'البدء من مثال',
  startFrom: 'البدء من…',
  openFile: 'فتح تعريف من ملف',
  askReplace: (name: string) => `وضع ${apart(name)} مكان التعريف الحالي؟`,
  replaceMeans: 'محتوى المحرر الحالي ليس محفوظًا في أي مكان آخر ما لم يُحفظ أولًا.',
  bodySent: 'متن الطلب',
  reply: 'الرد',
  fine: 'مقبول',
  refused: 'مرفوض',
  noContent: 'بلا محتوى',
  milliseconds: (count: number) => `${count} ملي ثانية`,
  noReply: 'لا رد.',
  noReplyYet: 'لا رد بعد…',
  errors: {
    'bad-reply': {
      text: 'الرد لا يطابق ما يذكره التعريف',
      advice: 'يُرجى مقارنة الرد بمسارات التعريف: القائمة والسجل ومعرّفه.',
    },
    'not-found': {
      text: 'لا شيء في نظام CRM في هذا المسار',
      advice:
        'يُرجى مقارنة المسار بوثائق واجهة API. إذا كانت ترد بالرمز 404 عند عدم العثور على أحد، فقيمة noneIs404 هي true.',
    },
    invalid: {
      text: 'لا يقبل نظام CRM الطلب',
      advice: 'سبب الرفض في الرد. يُرجى مقارنة المعاملات والمتن بوثائق واجهة API.',
    },
    'not-supported': {
      text: 'لا يذكر التعريف كيفية ذلك',
      advice: 'لا بحث فيه.',
    },
    'too-many': {
      text: 'جهات الاتصال المحتملة أكثر مما فُحص',
      advice:
        'يُرجى تحديد كيفية متابعة القائمة (pages) أو طلب نتائج أقل: جزء أطول من الرقم، أو عامل تصفية يراعيه نظام CRM.',
    },
  },
  signedInAs: (name: string, id: string) => `سُجّل الدخول باسم ${apart(name)} (${apart(id)})`,
  nobody: 'لا أحد',
  nobodyMeans:
    'لا سجل في الرد يحمل هذه القيمة. هل هي في حقل لا يذكره التعريف، أم أن المسار إلى القائمة خاطئ؟',
  name: 'الاسم',
  contactId: 'ContactID',
  changed: 'عُدّل',
  tryIt: 'التجربة',
  lead: 'تستعلم التجربة في نظام CRM كما يفعل التفاعل، وتعرض ما جرى تبادله. لا يُعدّل شيء هناك، ولا يُحفظ شيء مما يُعرض.',
  lookFor: 'البحث عن',
  byWhat: 'حسب',
  kinds: {
    phone: { label: 'رقم الهاتف', placeholder: '+44 20 7946 0123' },
    email: { label: 'عنوان البريد الإلكتروني', placeholder: 'name@example.com' },
    id: { label: 'ContactID', placeholder: 'كما يرقّمه نظام CRM' },
    text: { label: 'البحث النصي', placeholder: 'جزء من اسم' },
    who: { label: 'صاحب تسجيل الدخول', placeholder: '' },
  },
  unfit: {
    phone: 'هذا ليس رقم هاتف. ما يقل عن سبعة أرقام هو رقم تحويلة.',
    email: 'يُرجى إدخال عنوان بريد إلكتروني.',
  },
  trying: 'تجري التجربة',
  try: 'تجربة',
  sentAndAnswered: 'ما أُرسل وما ورد',
  nothingSent: 'لم يُرسل شيء.',
  made: 'ما يستخلصه Ringside منه',
  waiting: 'بانتظار نظام CRM…',
};
