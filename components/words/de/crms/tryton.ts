import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Tryton, in German. */
export const trytonGerman: CrmWords<'tryton'> = {
  about: 'Tryton 6 mit dem Modul party: seine Parteien.',
  plan: 'Eine Anfrage: Parteien mit einer Kontaktmöglichkeit, deren Nummer E.164 ist oder dieselben Ziffern in derselben Folge hat, mit allen ihren Kontaktmöglichkeiten. Eine zweite nur für eine Partei, die mit einer anderen zusammengeführt wurde.',
  form: {
    baseUrl: { hint: 'Wo trytond antwortet, gegebenenfalls mit Port.' },
    database: { hint: 'Wie im Anmeldefenster des Tryton-Clients.' },
    user: {
      hint: 'Am besten ein eigener Benutzer, angelegt unter „Administration“, „Users“, der Parteien lesen, schreiben und anlegen darf.',
    },
    credential: {
      label: 'Passwort',
      hint: 'Dieses Benutzers. Tryton hat hier keine Schlüssel für einzelne Programme.',
    },
  },
};
