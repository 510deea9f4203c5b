import type { CrmWords } from '../../en/crms/crm-words.ts';

/** HubSpot, in Arabic. */
export const hubspotArabic: CrmWords<'hubspot'> = {
  about: 'HubSpot: جهات اتصاله، برمز مميز لتطبيق خاص؛ والشركة إذا كان الرقم لديها وحدها.',
  plan: 'بحث واحد: الأرقام الوطنية في خصائص البحث التي يوفّرها HubSpot للهاتف والجوال، أو صيغة E.164 في الأرقام الثلاثة؛ وعنوان البريد الإلكتروني أو أحد العناوين الإضافية. إذا لم يكن الرقم لدى أحد، فطلب آخر عن الشركة التي لديها الرقم، وطلب عن أشخاصها.',
  form: {
    credential: {
      hint: 'رمز الوصول لتطبيق خاص. في HubSpot: «Settings»، «Integrations»، «Private Apps»، «Create». النطاقات: crm.objects.contacts.read و\u2068.write\u2069، وcrm.schemas.contacts.read، وكذلك crm.objects.companies.read للعثور على الشركات بأرقامها.',
    },
    otherFields: { label: 'خصائص معرّفات العملاء الأخرى' },
  },
};
