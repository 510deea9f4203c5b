import type { CrmWords } from '../../en/crms/crm-words.ts';

/** A REST API with a definition, in Arabic. */
export const restArabic: CrmWords<'rest'> = {
  plan: 'ما يذكره التعريف: طلب واحد لكل استعلام، أو طلب ثانٍ إذا لم يعثر الأول على أحد أو إذا وجبت قراءة نتائجه كاملة، وطلب لكل صفحة تالية. تُقرأ جهة الاتصال المدمجة مرة أخرى. ويُطلب تسجيل الدخول وقائمة الحقول مرة واحدة.',
  form: {
    baseUrl: { hint: 'ما تندرج تحته جميع مسارات التعريف.' },
    user: {
      label: 'اسم المستخدم أو معرّف عميل OAuth',
      hint: 'لخيارات basic وlogin وOAuth 2 فقط. فيما عدا ذلك يمكن تركه فارغًا.',
    },
    credential: { label: 'المفتاح أو كلمة المرور أو سر العميل' },
    definition: {
      label: 'التعريف',
      hint: 'ما يُطلب ومواضع الإجابات، بصيغة JSON. ما يجوز أن يرد فيه مذكور في crm-definitions.md ضمن الوثائق.',
    },
  },
  examples: {
    minimal: 'الحد الأدنى المطلوب',
    dolibarr: 'Dolibarr: عوامل تصفية في الاستعلام',
    django: 'Django REST framework: صفحات، ورمز مميز، وحقول يسردها بنفسه',
    jmap: 'Cyrus: عدة نداءات في طلب واحد (JMAP)',
    tryton: 'Tryton: نداءات عبر POST (JSON-RPC)',
    vtiger: 'Vtiger: تحدٍّ لتسجيل الدخول، ونماذج، ولغة استعلام',
  },
};
