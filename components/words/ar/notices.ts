import type { NoticeWords } from '../../../lib/domain/interaction/notice-words.ts';
import { pluralOf } from '../language/plural.ts';
import { apart, type Counted, counted } from './grammar/nouns.ts';

const plural = pluralOf('ar');

const liveInteractions: Counted = {
  zero: 'تفاعل جارٍ',
  one: 'تفاعل جارٍ واحد',
  two: 'تفاعلان جاريان',
  few: 'تفاعلات جارية',
  many: 'تفاعلًا جاريًا',
  other: 'تفاعل جارٍ',
};

/** What notifications and the button in the browser’s bar say, in Arabic. */
export const noticeArabic: NoticeWords = {
  phone: 'مكالمة واردة',
  sms: 'رسالة SMS جديدة',
  whatsapp: 'رسالة WhatsApp جديدة',
  email: 'بريد إلكتروني جديد',
  chat: 'دردشة جديدة',
  instagram: 'رسالة Instagram جديدة',
  facebook: 'رسالة Facebook جديدة',
  telegram: 'رسالة Telegram جديدة',
  other: 'تفاعل جديد',
  nameless: 'النقر للعرض في Ringside',
  testCall: 'مكالمة تجريبية',
  nothingLive: 'لا تفاعلات جارية في Ringside',
  kinds: {
    phone: 'مكالمة',
    sms: 'رسالة SMS',
    whatsapp: 'رسالة WhatsApp',
    email: 'بريد إلكتروني',
    chat: 'دردشة',
    instagram: 'رسالة Instagram',
    facebook: 'رسالة Facebook',
    telegram: 'رسالة Telegram',
    other: 'تفاعل',
  },
  live: (count, names) =>
    `${counted(count, `${count}`, plural(count, liveInteractions))} في Ringside\n${names.map(apart).join('\n')}`,
};

export { noticeArabic as words };
