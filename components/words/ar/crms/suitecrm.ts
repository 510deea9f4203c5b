import type { CrmWords } from '../../en/crms/crm-words.ts';

/** SuiteCRM, in Arabic. */
export const suitecrmArabic: CrmWords<'suitecrm'> = {
  about: 'SuiteCRM 7: جهات اتصاله؛ والحساب إذا كان الرقم لديه وحده.',
  plan: 'طلب واحد للرقم، في خاناته الأربع، رقمًا رقمًا. وطلبان لعنوان البريد الإلكتروني: واجهة API الأقدم تحدد صاحبه، ثم تُقرأ جميع النتائج معًا. إذا لم يكن الرقم لدى أحد، فطلب آخر عن الحساب الذي لديه الرقم، وطلب عن أشخاصه. يطلب الاتصال الجديد أولًا رمزًا مميزًا والحقول.',
  form: {
    baseUrl: { hint: 'عنوان SuiteCRM نفسه، دون index.php أو Api.' },
    oauthClientId: {
      hint: 'في SuiteCRM: «Admin»، «OAuth2 Clients and Tokens»، «New Client Credentials Client».',
    },
    user: {
      hint: 'للعثور على جهات الاتصال بعنوان البريد الإلكتروني أيضًا، وهو ما يتيحه SuiteCRM للمستخدمين فقط. يمكن تركه فارغًا.',
    },
    credential: {
      hint: 'السر الذي أُدخل لذلك العميل. ومع اسم مستخدم: السر، ثم مسافة، ثم كلمة مرور ذلك المستخدم.',
    },
  },
};
