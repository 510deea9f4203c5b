import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Odoo, in German. */
export const odooGerman: CrmWords<'odoo'> = {
  about: 'Odoo ab Version 14: seine Partner, Personen und Unternehmen, außer den archivierten.',
  plan: 'Eine Anfrage: nach der Nummer, die Odoo vereinheitlicht hat, oder nach den nationalen Ziffern einer beliebigen Nummer. Eine zweite nach dem Land des Unternehmens einer Person, die selbst keines nennt. Hat nur ein Unternehmen die Nummer, fragt eine weitere nach seinen Personen. Eine neue Verbindung fragt zuerst, wer sie ist und welche Felder es gibt.',
  form: {
    baseUrl: { hint: 'Was der Browser bis zum ersten einfachen Schrägstrich anzeigt.' },
    database: {
      hint: 'Bei odoo.com der erste Teil der Adresse; auf dem eigenen Server, was die Anmeldeseite oder die Administration sagt.',
    },
    user: { hint: 'Womit Sie sich anmelden, oft eine E-Mail-Adresse.' },
    credential: {
      hint: 'In Odoo, als dieser Benutzer: „My Profile“ (oder „Preferences“), „Account Security“, „New API Key“. Odoo zeigt ihn nur einmal.',
    },
  },
};
