import type { CrmWords } from '../../en/crms/crm-words.ts';

/** The companion CRM, in Arabic. */
export const companionArabic: CrmWords<'companion'> = {
  about: 'خادم CRM الذي يأتي مع Ringside.',
  plan: 'طلب واحد لكل استعلام: يعثر الخادم على كل من يحمل المعرّف بصيغته الموحّدة.',
  form: {
    baseUrl: { hint: 'مكان تشغيل الخادم المرافق: عبر https، أو http على هذا الحاسوب.' },
    credential: { hint: 'الرمز المميز الذي شُغّل به الخادم (\u2068--token\u2069).' },
  },
};
