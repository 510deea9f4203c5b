import type { NoticeWords } from '../../../lib/domain/interaction/notice-words.ts';

/** What notifications and the button in the browser’s bar say, in Portuguese. */
export const noticePortuguese: NoticeWords = {
  phone: 'Chamada de entrada',
  sms: 'Novo SMS',
  whatsapp: 'Nova mensagem do WhatsApp',
  email: 'Novo e-mail',
  chat: 'Novo chat',
  instagram: 'Nova mensagem do Instagram',
  facebook: 'Nova mensagem do Facebook',
  telegram: 'Nova mensagem do Telegram',
  other: 'Nova interação',
  nameless: 'Clique para ver no Ringside',
  testCall: 'Chamada de teste',
  nothingLive: 'Ringside: nada em curso',
  kinds: {
    phone: 'Chamada',
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    email: 'E-mail',
    chat: 'Chat',
    instagram: 'Instagram',
    facebook: 'Facebook',
    telegram: 'Telegram',
    other: 'Interação',
  },
  live: (count, names) => `Ringside: ${count} em curso\n${names.join('\n')}`,
};

export { noticePortuguese as words };
