import type { PagesWords } from '../en/server-pages.ts';
import type { Sentence } from '../language/sentence.ts';

/** The pages of the companion server itself, in Arabic. */
export const pagesArabic: PagesWords = {
  signIn: {
    title: 'تسجيل الدخول',
    lead: 'تظهر جهات اتصالك في النافذة التي فُتحت منها هذه الصفحة.',
    email: 'البريد الإلكتروني',
    password: 'كلمة المرور',
    submit: 'تسجيل الدخول',
    demo: 'هذه مساحة عمل تجريبية. بيانات دخول وكيل تجريبي مُدرجة مسبقًا، والأشخاص فيها من نسج الخيال.',
    blocked: <Part>(button: Part): Sentence<Part> => [
      'هذه الصفحة لتسجيل الدخول إلى أداة Ringside المصغّرة. تُفتح بالزر ',
      button,
      ' في الأداة نفسها، ولا تؤدي إلى أي مكان إن فُتحت وحدها.',
    ],
    noScript: 'يتطلب تسجيل الدخول تفعيل JavaScript.',
    needed: 'البريد الإلكتروني وكلمة المرور مطلوبان.',
    wrong: 'البريد الإلكتروني أو كلمة المرور غير صحيحة.',
    failed: 'تعذّر على الخادم تسجيل الدخول. يُرجى إعادة المحاولة.',
    tooMany: (seconds: string) => `محاولات كثيرة جدًا. يُرجى إعادة المحاولة بعد ${seconds} ث.`,
    noAnswer: 'لا يستجيب الخادم. يُرجى إعادة المحاولة.',
  },
  home: {
    title: 'نظام CRM المرافق لـ Ringside',
    heading: 'نظام CRM المرافق قيد التشغيل',
    lead: 'يحفظ جهات الاتصال لـ Ringside الذي يعرض للوكيل هوية الطرف الآخر، ويوفّر الأداة المصغّرة التي تُضمَّن في صفحات أخرى.',
    demo: 'هذه مساحة عمل تجريبية: الأشخاص فيها من نسج الخيال، وكلمة مرور وكلائها معلنة.',
    forAgents: 'للوكلاء',
    openWidget: 'فتح الأداة المصغّرة',
    widgetMeans: 'عرض جهة الاتصال في صفحة مستقلة. يُسجّل الدخول فيها.',
    forAdministrators: 'للمسؤولين',
    connect: 'ربط الإضافة',
    connectHow: <Part>(crm: Part): Sentence<Part> => [
      'في خياراتها يُختار ',
      crm,
      '، ثم يُدخل عنوان هذه الصفحة ورمز مميز.',
    ],
    agents: 'إضافة وكلاء',
    agentsHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'باستخدام ',
      flag,
      '؛ جميع المعاملات مذكورة في ',
      document,
      '.',
    ],
    embed: 'تضمين الأداة المصغّرة',
    embedHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'تُحدَّد الصفحة باستخدام ',
      flag,
      '؛ التفاصيل في ',
      document,
      '.',
    ],
    forPrograms: 'للبرامج',
    description: 'وصف واجهة API',
    descriptionHolds: 'OpenAPI 3.1، جميع المسارات.',
    health: 'حالة الخادم',
    healthMeans: 'يستجيب متى استجابت قاعدة البيانات.',
  },
};

export { pagesArabic as words };
