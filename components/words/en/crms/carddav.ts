import type { CrmWords } from './crm-words.ts';

/** CardDAV, in English. */
export const carddavEnglish: CrmWords<'carddav'> = {
  about: 'An address book on any CardDAV server, such as Radicale or Nextcloud.',
  plan: 'The book is read once, a hundred cards a request, and indexed here. Each lookup then asks what changed since, and reads that if there is any.',
  form: {
    baseUrl: {
      label: 'Address of the book',
      hint: 'The address of the book itself, not of the server: as its web page or another program shows it.',
    },
    user: { hint: 'What you type to log in to the server.' },
    credential: {
      label: 'Password',
      hint: 'Where the server makes passwords for single apps (Nextcloud: Settings, Security), one of those.',
    },
  },
};
