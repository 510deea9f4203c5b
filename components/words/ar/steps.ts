import type { ViewWords } from '../en/view.ts';
import { listOf } from '../language/formats.ts';
import { apart } from './grammar/nouns.ts';

/** The steps to the first call, in Arabic. */
export const stepsArabic: ViewWords['steps'] = {
  step: (now: number, all: number) => `الخطوة ${now} من ${all}`,
  notConnected: 'لم يُربط بعد',
  widget: 'يربط المسؤول هذه الأداة المصغّرة بنظام CRM. لا يُقرأ شيء قبل ذلك.',
  title: 'ثلاث خطوات حتى تظهر أول جهة اتصال',
  lead: 'نحو دقيقتين. لا يُقرأ شيء من أي صفحة قبل السماح بذلك.',
  crm: 'ربط نظام CRM',
  softphone: 'ربط هذا الهاتف البرمجي',
  hostsConnected: (names: string[]) => `تم ربط ${listOf(names.map(apart))}.`,
  hostOpen: (name: string) =>
    `صفحة ${apart(name)} مفتوحة في هذه النافذة. يطلب Ringside الإذن لهذا العنوان وحده.`,
  allowOn: (name: string) => `السماح في ${apart(name)}`,
  openHost: 'يُرجى فتح الهاتف البرمجي أو صندوق الوارد في هذه النافذة. يطلب Ringside الإذن لعنوانه وحده.',
  connectHost: 'ربط منصة',
  testCall: 'استقبال مكالمة تجريبية',
  call: 'استقبال مكالمة',
  nobodyToCall: 'لم يُعثر على جهة اتصال لها رقم هاتف لإجراء مكالمة تجريبية.',
  testCallIs: 'مكالمة وهمية من إحدى جهات اتصالك. لا يُكتب شيء.',
  callIs: 'يظهر المتصل التالي هنا قبل بدء الحديث. لا يُكتب شيء.',
  crmConnected: (crm: string) => `تم ربط ${apart(crm)}.`,
  crmRefused: (crm: string) => `لم يقبل ${apart(crm)} المفتاح. ربما فيه خطأ في الكتابة.`,
  crmNeedsKey: (crm: string) => `لا يزال مفتاح ${apart(crm)} مطلوبًا.`,
  whichCrm: 'النظام الذي يضم جهات اتصالك، أو نظام CRM المرافق.',
  typeAgain: 'إعادة إدخال المفتاح',
  connectCrm: 'ربط نظام CRM',
  done: ' (تمت)',
};
