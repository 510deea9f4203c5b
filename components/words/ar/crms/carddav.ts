import type { CrmWords } from '../../en/crms/crm-words.ts';

/** CardDAV, in Arabic. */
export const carddavArabic: CrmWords<'carddav'> = {
  about: 'دفتر عناوين على أي خادم CardDAV، مثل Radicale أو Nextcloud.',
  plan: 'يُقرأ الدفتر مرة واحدة، مئة بطاقة في كل طلب، ويُفهرس هنا. بعد ذلك يسأل كل استعلام عما تغيّر منذ آخر مرة، ويقرؤه إن وُجد.',
  form: {
    baseUrl: {
      label: 'عنوان الدفتر',
      hint: 'عنوان الدفتر نفسه لا عنوان الخادم: كما تعرضه صفحته على الويب أو برنامج آخر.',
    },
    user: { hint: 'ما يُدخل لتسجيل الدخول إلى الخادم.' },
    credential: {
      label: 'كلمة المرور',
      hint: 'إذا كان الخادم ينشئ كلمات مرور لتطبيقات بعينها (Nextcloud: «Settings»، «Security»)، فتُستخدم إحداها.',
    },
  },
};
