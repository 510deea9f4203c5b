import type { CrmWords } from '../../en/crms/crm-words.ts';

/** EspoCRM, in German. */
export const espocrmGerman: CrmWords<'espocrm'> = {
  about: 'EspoCRM ab Version 7: seine Kontakte; eine Firma, wo nur sie eine Nummer hat.',
  plan: 'Eine Anfrage findet, wer die Nummer hat, nach ihren Ziffern, wie man sie tippt; eine zweite Runde liest jeden Treffer ganz, da in Listen die zweiten Nummern fehlen. Hat niemand eine Nummer, fragt eine weitere, welche Firma sie hat, und zwei lesen sie und ihre Personen.',
  form: {
    baseUrl: { hint: 'Von EspoCRM selbst, ohne api/v1.' },
    credential: {
      hint: 'In EspoCRM: „Administration“, „API Users“, „Create“, mit „API Key“. Die Rolle muss erlauben, Kontakte zu lesen, anzulegen und zu bearbeiten und Firmen zu lesen.',
    },
  },
};
