import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Twenty, in Arabic. */
export const twentyArabic: CrmWords<'twenty'> = {
  about: 'Twenty، في السحابة أو على خادم خاص: الأشخاص فيه.',
  plan: 'طلب واحد يشمل الرقم الأساسي والأرقام الإضافية، رقمًا رقمًا؛ وطلب ثانٍ عن اسم شركة لم تُقرأ من قبل.',
  form: {
    baseUrl: { hint: 'عنوان الخادم الخاص، أو \u2068https://api.twenty.com\u2069.' },
    oauthClientId: {
      hint: 'لتسجيل الدخول باسم شخص بدلًا من المفتاح، إذا كان Twenty يوفّر OAuth (الطلب POST /oauth/register يعطي معرّف عميل OAuth). يمكن تركه فارغًا.',
    },
    credential: { hint: 'في Twenty: «Settings»، «APIs & Webhooks»، «Create key». يعرضه Twenty مرة واحدة.' },
  },
};
