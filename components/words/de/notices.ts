import type { NoticeWords } from '../../../lib/domain/interaction/notice-words.ts';

/** What notifications and the button in the browser’s bar say, in German. */
const noticeGerman: NoticeWords = {
  phone: 'Eingehender Anruf',
  sms: 'Neue SMS',
  whatsapp: 'Neue WhatsApp-Nachricht',
  email: 'Neue E-Mail',
  chat: 'Neuer Chat',
  instagram: 'Neue Instagram-Nachricht',
  facebook: 'Neue Facebook-Nachricht',
  telegram: 'Neue Telegram-Nachricht',
  other: 'Neue Interaktion',
  nameless: 'Klicken, um sie in Ringside zu sehen',
  testCall: 'Testanruf',
  nothingLive: 'Ringside: keine laufende Interaktion',
  kinds: {
    phone: 'Anruf',
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    email: 'E-Mail',
    chat: 'Chat',
    instagram: 'Instagram',
    facebook: 'Facebook',
    telegram: 'Telegram',
    other: 'Interaktion',
  },
  live: (count, names) => `Ringside: ${count} laufend\n${names.join('\n')}`,
};

export { noticeGerman as words };
