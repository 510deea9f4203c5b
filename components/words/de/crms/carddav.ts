import type { CrmWords } from '../../en/crms/crm-words.ts';

/** CardDAV, in German. */
export const carddavGerman: CrmWords<'carddav'> = {
  about: 'Ein Adressbuch auf einem beliebigen CardDAV-Server, etwa Radicale oder Nextcloud.',
  plan: 'Das Adressbuch wird einmal gelesen, hundert Karten je Anfrage, und hier indiziert. Jede Suche fragt dann, was sich seitdem geändert hat, und liest das gegebenenfalls.',
  form: {
    baseUrl: {
      label: 'Adresse des Adressbuchs',
      hint: 'Die Adresse des Adressbuchs selbst, nicht des Servers: wie seine Webseite oder ein anderes Programm sie anzeigt.',
    },
    user: { hint: 'Womit Sie sich am Server anmelden.' },
    credential: {
      label: 'Passwort',
      hint: 'Wo der Server Passwörter für einzelne Apps vergibt (Nextcloud: „Settings“, „Security“), eines davon.',
    },
  },
};
