import type { crmFieldEnglish } from '../../en/crms/crm-words.ts';

/** Inputs that many CRMs ask for, in Arabic. A CRM says what is different with it. */
export const crmFieldArabic: typeof crmFieldEnglish = {
  baseUrl: { label: 'العنوان' },
  user: { label: 'اسم المستخدم' },
  database: { label: 'قاعدة البيانات' },
  oauthClientId: { label: 'معرّف عميل OAuth' },
  credential: { label: 'المفتاح' },
  region: {
    label: 'بلد الأرقام الوطنية',
    hint: 'تُقرأ الأرقام الخالية من رمز البلد على أنها أرقام هذا البلد.',
  },
  otherFields: {
    label: 'حقول معرّفات العملاء الأخرى',
    hint: 'حقول نصية في نظام CRM تحفظ ما ليس رقم هاتف ولا عنوان بريد إلكتروني. يمكن تركه فارغًا.',
  },
};
