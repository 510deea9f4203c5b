import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Zoho CRM, in Arabic. */
export const zohoArabic: CrmWords<'zoho'> = {
  about: 'Zoho CRM: جهات اتصاله؛ والحساب إذا كان الرقم لديه وحده.',
  plan: 'استعلام واحد عن الرقم كما يُكتب عادةً، في كل حقل هاتف؛ وإذا لم يعثر على أحد، فبحث Zoho نفسه بالهاتف. ولعناوين البريد الإلكتروني ومعرّفات العملاء الأخرى طلب واحد. إذا لم يكن الرقم لدى أحد، تُسأل الحسابات بالطريقة نفسها، ثم طلب عن أشخاص الحساب الذي لديه الرقم.',
  form: {
    baseUrl: {
      label: 'عنوان API',
      hint: 'عنوان المنطقة التي تتبعها المؤسسة: zohoapis.com أو \u2068.eu\u2069 أو \u2068.in\u2069 أو \u2068.com.au\u2069 أو \u2068.jp\u2069 أو \u2068.ca\u2069 أو \u2068.sa\u2069 أو \u2068.uk\u2069 أو \u2068.com.cn\u2069.',
    },
    credential: {
      hint: 'رمز وصول عبر OAuth، بالنطاقات ZohoCRM.modules.contacts.ALL وZohoCRM.settings.fields.READ وZohoCRM.users.READ وZohoCRM.coql.READ وZohoSearch.securesearch.READ، وكذلك ZohoCRM.modules.accounts.READ للعثور على الحسابات بأرقامها. مدته ساعة.',
    },
    otherFields: {
      hint: 'أسماء API لحقول من سطر واحد تحفظ ما ليس رقم هاتف ولا عنوان بريد إلكتروني. يمكن تركه فارغًا.',
    },
  },
};
