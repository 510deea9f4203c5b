import type { NoticeWords } from '../../../lib/domain/interaction/notice-words.ts';

/** What notifications and the button in the browser’s bar say, in English. */
export const noticeEnglish: NoticeWords = {
  phone: 'Incoming call',
  sms: 'New SMS',
  whatsapp: 'New WhatsApp message',
  email: 'New e-mail',
  chat: 'New chat',
  instagram: 'New Instagram message',
  facebook: 'New Facebook message',
  telegram: 'New Telegram message',
  other: 'New interaction',
  nameless: 'Click to see it in Ringside',
  testCall: 'Test call',
  nothingLive: 'Ringside: nothing live',
  kinds: {
    phone: 'Call',
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    email: 'E-mail',
    chat: 'Chat',
    instagram: 'Instagram',
    facebook: 'Facebook',
    telegram: 'Telegram',
    other: 'Interaction',
  },
  live: (count, names) => `Ringside: ${count} live\n${names.join('\n')}`,
};
