import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Dolibarr, in German. */
export const dolibarrGerman: CrmWords<'dolibarr'> = {
  about:
    'Dolibarr: seine Kontakte mit der Firma, zu der sie gehören; keine deaktivierten und keine privaten; ein Geschäftspartner, wo nur er eine Nummer hat. Zusatzfelder erfährt nur der Schlüssel eines Administrators.',
  plan: 'Eine Anfrage: die Ziffern der nationalen Nummer mit Beliebigem dazwischen, in einem der drei Telefonfelder; E-Mail-Adressen ohne Groß- und Kleinschreibung; andere Kennungen in den dafür eingestellten Zusatzfeldern. Hat niemand eine Nummer, fragt eine weitere, welcher Geschäftspartner sie hat, und eine nach dessen Personen.',
  form: {
    baseUrl: { hint: 'Von Dolibarr selbst, ohne api/index.php.' },
    credential: {
      hint: 'In Dolibarr: die Karte eines Benutzers, „Modify“, „Key for API“, erzeugen. Zuvor schaltet ein Administrator das Modul „API/Web services (REST server)“ ein.',
    },
    otherFields: {
      hint: 'Zusatzfelder der Kontakte, die enthalten, was weder Telefonnummer noch E-Mail-Adresse ist. Kann leer bleiben.',
    },
  },
};
