import type { CrmWords } from '../../en/crms/crm-words.ts';

/** SuiteCRM, in German. */
export const suitecrmGerman: CrmWords<'suitecrm'> = {
  about: 'SuiteCRM 7: seine Kontakte; eine Firma, wo nur sie eine Nummer hat.',
  plan: 'Eine Anfrage für eine Nummer, über ihre vier Felder, Ziffer für Ziffer. Eine E-Mail-Adresse braucht zwei: Die ältere API findet, wer es ist, dann werden alle Treffer auf einmal gelesen. Hat niemand eine Nummer, fragt eine weitere, welche Firma sie hat, und eine nach deren Personen. Eine neue Verbindung fragt zuerst nach einem Token und den Feldern.',
  form: {
    baseUrl: { hint: 'Von SuiteCRM selbst, ohne index.php oder Api.' },
    oauthClientId: {
      hint: 'In SuiteCRM: „Admin“, „OAuth2 Clients and Tokens“, „New Client Credentials Client“.',
    },
    user: {
      hint: 'Um auch nach E-Mail-Adressen zu finden, was SuiteCRM nur für Benutzer tut. Kann leer bleiben.',
    },
    credential: {
      hint: 'Das Secret, das für diesen Client eingegeben wurde. Mit einem Benutzernamen: das Secret, ein Leerzeichen und das Passwort dieses Benutzers.',
    },
  },
};
