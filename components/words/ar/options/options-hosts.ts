import type { hostsEnglish } from '../../en/options/options-hosts.ts';
import { pluralOf } from '../../language/plural.ts';
import { apart, type Counted, characters, counted } from '../grammar/nouns.ts';

const plural = pluralOf('ar');

const addressForms: Counted = {
  zero: 'عنوان',
  one: 'عنوان واحد',
  two: 'عنوانان',
  few: 'عناوين',
  many: 'عنوانًا',
  other: 'عنوان',
};

/** Hosts and their rules, in Arabic. */
export const hostsArabic: typeof hostsEnglish = {
  titleFirst: 'ربط منصة',
  title: 'المنصات',
  lead: 'المنصة هي الصفحة التي تُستقبل فيها المكالمات والدردشات. يقرأ Ringside المنصات أدناه ولا يقرأ أي صفحة أخرى.',
  connectedHosts: 'المنصات المرتبطة',
  address: 'عنوان المنصة',
  addressHint: 'يكفي أي عنوان من صفحة العمل. يسأل المتصفح بعدها عن السماح لـ Ringside بقراءة ذلك الموقع.',
  connect: 'ربط',
  already: 'هذه المنصة مرتبطة.',
  refused: (origin: string) => `لم يُسمح بقراءة ${apart(origin)}، لذا لم تُربط المنصة. لم يُحفظ شيء.`,
  connectedNow: (origin: string) => `تم ربط ${apart(origin)}. يُرجى إعادة تحميل صفحاتها المفتوحة.`,
  mayRead: (name: string) => `يمكن لـ Ringside قراءة ${apart(name)}. يُرجى إعادة تحميل صفحاتها المفتوحة.`,
  mayNotRead: (name: string) => `لم يُسمح بقراءة ${apart(name)}. تبقى المنصة غير مرتبطة.`,
  connected: 'مرتبطة',
  notAllowed: 'لا يسمح المتصفح لـ Ringside بقراءة هذه الصفحة',
  allow: (name: string) => `السماح بقراءة ${apart(name)}`,
  optionsOf: (name: string) => `خيارات ${apart(name)}`,
  options: 'الخيارات',
  removeMeans: 'يتوقف Ringside عن قراءة هذه الصفحة ويحذف خياراتها ويعيد الإذن إلى المتصفح.',
  name: 'الاسم',
  nameHint: 'ما يقرؤه الوكلاء بدلًا من العنوان',
  nameTooLong: (most: number) => `الحد الأقصى ${counted(most, `${most}`, plural(most, characters))}.`,
  campaign: 'ترويسة الحملة',
  campaignHint: 'ترويسة SIP التي تذكر حملة المكالمة',
  campaignWrong: 'أحرف وأرقام وشرطات فقط، من 1 إلى 64، مثل X-Campaign.',
  card: 'البطاقة فوق صفحاتها',
  internal: 'إظهار المكالمات الداخلية أيضًا',
  trust: 'الوثوق بترويسة ContactID من هذه المنصة',
  trustHint:
    'يمكن للمتصلين كتابة ترويسات SIP. لا يُفعَّل هذا إلا إذا كان خادم الهاتف يزيل X-Contact-Id من كل مكالمة ترد من الخارج؛ وإلا أمكن للمتصل اختيار السجل الذي يُفتح.',
  advanced: 'خيارات متقدمة',
  frames: 'عناوين الإطارات',
  framesHint:
    'إذا كان صندوق الوارد إطارًا من موقع آخر (uContact): ذلك الموقع، أو عدة مواقع تفصل بينها مسافات. تُهمل رسائل جميع الإطارات الأخرى.',
  sameSite: 'الموقع نفسه',
  tooManyFrames: (most: number) => `الحد الأقصى ${counted(most, `${most}`, plural(most, addressForms))}.`,
  rules: {
    title: 'القواعد',
    lead: 'تحدد القواعد كيفية قراءة المكالمات والدردشات في المنصات التي لا يعرفها Ringside من تلقاء نفسه. وهي بيانات لا يمكنها تشغيل تعليمات برمجية.',
    howWritten: 'كيفية كتابة القواعد',
    files: 'ملفات القواعد',
    own: 'خاص بك',
    ownInPlace: 'خاص بك، بدلًا من المرفق',
    shipped: 'مرفق',
    tried: (day: string) => `جُرّب ${day}`,
    anyHost: 'أي منصة',
    use: 'استخدام',
    useOf: (name: string) => `استخدام ${apart(name)}`,
    removeShippedAgain: 'يُحذف الملف من هذه الإعدادات، وتُستخدم القواعد المرفقة من جديد.',
    removeMeans: 'يُحذف الملف من هذه الإعدادات. ولا تُرصد بعدها المكالمات التي لا يقرؤها سواه.',
    add: 'إضافة قواعد',
    asJson: 'القواعد بصيغة JSON',
    sameId: 'الملف الذي يحمل معرّف ملف آخر يحل محله',
    orFile: 'أو ملف',
    checkAndAdd: 'التحقق والإضافة',
    wrong: 'الأخطاء في القواعد',
    refused: 'لا يمكن استخدام هذه القواعد. لم يتغيّر شيء.',
    added: (name: string) => `تمت إضافة ${apart(name)}.`,
    replaced: (name: string) => `تم استبدال ${apart(name)}.`,
    askReplace: (name: string) => `استبدال ${apart(name)}؟`,
    replaceMeans: (id: string) => `لديك ملف بالمعرّف ${apart(id)}. يحل الجديد محله.`,
  },
};
