import type { writeEnglish } from '../en/writes.ts';
import { listOf } from '../language/formats.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst, inCrm } from './grammar/nouns.ts';

/** How the writes of an agent stand, in German. */
export const writeGerman: typeof writeEnglish = {
  notSavedWrite: <Part>(write: Part): Sentence<Part> => ['Nicht gespeichert: ', write],
  notSavedWriteOf: <Part>(write: Part, whose: Part, what: string | undefined): Sentence<Part> => [
    'Nicht gespeichert: ',
    write,
    ', für ',
    whose,
    what === undefined ? '' : `. ${what}.`,
  ],
  notSavedWriteBecause: <Part>(write: Part, what: string): Sentence<Part> => [
    'Nicht gespeichert: ',
    write,
    `. ${what}.`,
  ],
  perhapsSaved: <Part>(write: Part, crm: string): Sentence<Part> => [
    'Unklar, ob gespeichert wurde: ',
    write,
    `. Sehen Sie ${inCrm(crm)} nach, bevor Sie es erneut versuchen.`,
  ],
  savedOtherwise: <Part>(write: Part, crm: string, what: string[]): Sentence<Part> => [
    'Gespeichert: ',
    write,
    `. ${crmFirst(crm)} hat Ihre Eingabe geändert oder weggelassen: ${listOf(what)}. Prüfen Sie, was jetzt dort steht.`,
  ],
  savedSlowly: <Part>(write: Part, crm: string): Sentence<Part> => [
    'Gespeichert: ',
    write,
    `. ${crmFirst(crm)} hat lange gebraucht. Falls gerade noch jemand diesen Kontakt geändert hat, prüfen Sie, ob alles da ist.`,
  ],
  seen: 'OK',
};
