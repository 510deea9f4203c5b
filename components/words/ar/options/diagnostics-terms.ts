import type { ExpectedValue } from '../../../../lib/domain/crm/unread.ts';
import type { EventFacts } from '../../../../lib/domain/host/host-diagnostics.ts';
import type { Channel, EndReason } from '../../../../lib/domain/host/host-event.ts';
import type { Counted } from '../grammar/nouns.ts';

type Facts = Extract<EventFacts, { what: 'interaction' }>;

/** All of them are said of an interaction, which is masculine. */
export const states: Record<Facts['state'], string> = {
  pending: 'بانتظار الرد',
  offered: 'معروض',
  active: 'نشط',
  held: 'قيد الانتظار',
  finished: 'منتهٍ',
  closed: 'مغلق',
};

export const channels: Record<Channel, string> = {
  phone: 'هاتف',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  email: 'بريد إلكتروني',
  chat: 'دردشة',
  instagram: 'Instagram',
  facebook: 'Facebook',
  telegram: 'Telegram',
  other: 'قناة أخرى',
};

export const directions: Record<Facts['direction'], string> = {
  inbound: 'وارد',
  outbound: 'صادر',
  internal: 'داخلي',
  unknown: 'اتجاه غير معروف',
};

export const endings: Record<EndReason, string> = {
  completed: 'مكتمل',
  missed: 'فائت',
  rejected: 'مرفوض',
  cancelled: 'ملغى',
  elsewhere: 'رُدّ عليه في مكان آخر',
  failed: 'فشل',
  'host-gone': 'أُغلقت الصفحة',
};

export const inboxes: Record<string, string> = {
  docked: 'جانبي',
  full: 'كامل',
  hidden: 'مخفي',
  unknown: 'وضع غير معروف',
};

export const expectations: Record<ExpectedValue, string> = {
  text: 'المتوقع نص',
  number: 'المتوقع عدد',
  'yes-or-no': 'المتوقع نعم أو لا',
  list: 'المتوقع قائمة',
  object: 'المتوقع كائن',
  time: 'المتوقع تاريخ ووقت',
  form: 'بصيغة غير المتوقعة',
  size: 'أطول أو أقصر من المتوقع',
  charset: 'المتوقع نص بمجموعة محارف معروفة',
};

export const eventForms: Counted = {
  zero: 'حدث',
  one: 'حدث واحد',
  two: 'حدثان',
  few: 'أحداث',
  many: 'حدثًا',
  other: 'حدث',
};

/** No number is drawn before these. */
export const ruleForms: Counted = {
  zero: 'القواعد',
  one: 'القاعدة',
  two: 'القاعدتان',
  few: 'القواعد',
  many: 'القواعد',
  other: 'القواعد',
};

/** "في 3 من 5 مكالمات". */
export const callForms: Counted = {
  zero: 'مكالمة',
  one: 'مكالمة واحدة',
  two: 'مكالمتين',
  few: 'مكالمات',
  many: 'مكالمة',
  other: 'مكالمة',
};

export const interactionForms: Counted = {
  zero: 'تفاعل',
  one: 'تفاعل واحد',
  two: 'تفاعلين',
  few: 'تفاعلات',
  many: 'تفاعلًا',
  other: 'تفاعل',
};

export const timesForms: Counted = {
  zero: 'مرة',
  one: 'مرة واحدة',
  two: 'مرتان',
  few: 'مرات',
  many: 'مرة',
  other: 'مرة',
};
