import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Tryton, in Arabic. */
export const trytonArabic: CrmWords<'tryton'> = {
  about: 'Tryton 6 مع الوحدة party: الأطراف فيه.',
  plan: 'طلب واحد: الأطراف التي لديها وسيلة اتصال رقمها بصيغة E.164 أو بالأرقام نفسها وبالترتيب نفسه، مع جميع وسائل الاتصال لديها. وطلب ثانٍ فقط لطرف دُمج في آخر.',
  form: {
    baseUrl: { hint: 'حيث يستجيب trytond، مع المنفذ إن وُجد.' },
    database: { hint: 'كما في نافذة تسجيل الدخول في برنامج Tryton.' },
    user: {
      hint: 'يُفضّل مستخدم مخصص، يُنشأ في «Administration»، «Users»، ويحق له قراءة الأطراف وتعديلها وإنشاؤها.',
    },
    credential: {
      label: 'كلمة المرور',
      hint: 'كلمة مرور هذا المستخدم. لا يوفّر Tryton هنا مفاتيح لبرامج بعينها.',
    },
  },
};
