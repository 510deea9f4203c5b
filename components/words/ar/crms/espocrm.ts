import type { CrmWords } from '../../en/crms/crm-words.ts';

/** EspoCRM, in Arabic. */
export const espocrmArabic: CrmWords<'espocrm'> = {
  about: 'EspoCRM 7 وما بعده: جهات اتصاله؛ والحساب إذا كان الرقم لديه وحده.',
  plan: 'طلب واحد يحدد من لديه الرقم، بأرقامه كما تُكتب عادةً؛ وجولة ثانية تقرأ كل نتيجة كاملة، لأن القوائم تخلو من الأرقام الثانية. إذا لم يكن الرقم لدى أحد، فطلب آخر عن الحساب الذي لديه الرقم، وطلبان لقراءته وقراءة أشخاصه.',
  form: {
    baseUrl: { hint: 'عنوان EspoCRM نفسه، دون api/v1.' },
    credential: {
      hint: 'في EspoCRM: «Administration»، «API Users»، «Create»، مع «API Key». يجب أن يسمح دوره بقراءة جهات الاتصال وإنشائها وتعديلها، وبقراءة الحسابات.',
    },
  },
};
