import type { NoticeWords } from '../../../lib/domain/interaction/notice-words.ts';

/** What notifications and the button in the browser’s bar say, in French. */
export const noticeFrench: NoticeWords = {
  phone: 'Appel entrant',
  sms: 'Nouveau SMS',
  whatsapp: 'Nouveau message WhatsApp',
  email: 'Nouvel e-mail',
  chat: 'Nouveau chat',
  instagram: 'Nouveau message Instagram',
  facebook: 'Nouveau message Facebook',
  telegram: 'Nouveau message Telegram',
  other: 'Nouvelle interaction',
  nameless: 'Cliquez pour voir les détails dans Ringside',
  testCall: 'Appel test',
  nothingLive: 'Ringside\u00a0: rien en cours',
  kinds: {
    phone: 'Appel',
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    email: 'E-mail',
    chat: 'Chat',
    instagram: 'Instagram',
    facebook: 'Facebook',
    telegram: 'Telegram',
    other: 'Interaction',
  },
  live: (count, names) => `Ringside\u00a0: ${count} en cours\n${names.join('\n')}`,
};

export { noticeFrench as words };
