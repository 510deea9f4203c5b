import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Intercom, in Arabic. */
export const intercomArabic: CrmWords<'intercom'> = {
  about: 'Intercom: مستخدموه والعملاء المحتملون فيه.',
  plan: 'بحث واحد: الرقم الذي يحتوي على الأرقام الوطنية أو المكتوب كما يُكتب عادةً؛ وعنوان البريد الإلكتروني؛ والسمات المخصصة لمعرّفات العملاء الأخرى.',
  form: {
    baseUrl: {
      label: 'عنوان API',
      hint: 'عنوان المنطقة التي تتبعها مساحة العمل: api.intercom.io أو api.eu.intercom.io أو api.au.intercom.io.',
    },
    credential: {
      hint: 'رمز الوصول لتطبيق من إنشائك. في «Developer Hub» لدى Intercom: «New app»، «Authentication». يبقى التطبيق خاصًا ولا حاجة إلى نشره.',
    },
    otherFields: {
      hint: 'سمات تحفظ ما ليس رقم هاتف ولا عنوان بريد إلكتروني: المخصصة بأسمائها، أو external_id. يمكن تركه فارغًا.',
    },
  },
};
