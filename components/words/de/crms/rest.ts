import type { CrmWords } from '../../en/crms/crm-words.ts';

/** A REST API with a definition, in German. */
export const restGerman: CrmWords<'rest'> = {
  plan: 'Was die Definition sagt: eine Anfrage je Suche, oder eine zweite, wo die erste niemanden findet oder ihre Treffer ganz gelesen werden sollen, und eine für jede weitere Seite. Ein zusammengeführter Kontakt wird noch einmal gelesen. Anmeldung und Feldliste werden einmal erfragt.',
  form: {
    baseUrl: { hint: 'Worunter alle Pfade der Definition liegen.' },
    user: {
      label: 'Benutzername oder OAuth-Client-ID',
      hint: 'Nur für basic, login und OAuth 2. Kann sonst leer bleiben.',
    },
    credential: { label: 'Schlüssel, Passwort oder Client-Secret' },
    definition: {
      label: 'Definition',
      hint: 'Was zu fragen ist und wo die Antworten stehen, als JSON. Was darin stehen kann, sagt crm-definitions.md in der Dokumentation.',
    },
  },
  examples: {
    minimal: 'Das Mindeste',
    dolibarr: 'Dolibarr: Filter in der Abfrage',
    django: 'Django REST framework: Seiten, ein Token, Felder, die es auflistet',
    jmap: 'Cyrus: mehrere Aufrufe in einer Anfrage (JMAP)',
    tryton: 'Tryton: Aufrufe über POST (JSON-RPC)',
    vtiger: 'Vtiger: eine Challenge zum Anmelden, Formulare, eine Abfragesprache',
  },
};
