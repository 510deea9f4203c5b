import type { NoticeWords } from '../../../lib/domain/interaction/notice-words.ts';

/** What notifications and the button in the browser’s bar say, in Spanish. */
export const noticeSpanish: NoticeWords = {
  phone: 'Llamada entrante',
  sms: 'Nuevo SMS',
  whatsapp: 'Nuevo mensaje de WhatsApp',
  email: 'Nuevo correo',
  chat: 'Nuevo chat',
  instagram: 'Nuevo mensaje de Instagram',
  facebook: 'Nuevo mensaje de Facebook',
  telegram: 'Nuevo mensaje de Telegram',
  other: 'Nueva interacción',
  nameless: 'Haga clic para ver los datos en Ringside',
  testCall: 'Llamada de prueba',
  nothingLive: 'Ringside: nada en curso',
  kinds: {
    phone: 'Llamada',
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    email: 'Correo',
    chat: 'Chat',
    instagram: 'Instagram',
    facebook: 'Facebook',
    telegram: 'Telegram',
    other: 'Interacción',
  },
  live: (count, names) => `Ringside: ${count} en curso\n${names.join('\n')}`,
};

export { noticeSpanish as words };
