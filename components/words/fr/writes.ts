import type { writeEnglish } from '../en/writes.ts';
import { listOf } from '../language/formats.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst } from './grammar/nouns.ts';

const failed = '\u00a0: échec de l’enregistrement';
const saved = '\u00a0: enregistrement effectué';

/** How the writes of an agent stand, for the lower edge, in French. */
export const writeFrench: typeof writeEnglish = {
  notSavedWrite: <Part>(write: Part): Sentence<Part> => [write, failed],
  notSavedWriteOf: <Part>(write: Part, whose: Part, what: string | undefined): Sentence<Part> => [
    write,
    ', pour ',
    whose,
    what === undefined ? failed : `${failed}. ${what}.`,
  ],
  notSavedWriteBecause: <Part>(write: Part, what: string): Sentence<Part> => [write, `${failed}. ${what}.`],
  perhapsSaved: <Part>(write: Part, crm: string): Sentence<Part> => [
    write,
    `\u00a0: enregistrement incertain. Vérifiez dans ${crm} avant de réessayer.`,
  ],
  savedOtherwise: <Part>(write: Part, crm: string, what: string[]): Sentence<Part> => [
    write,
    `${saved}. ${crmFirst(crm)} a modifié ou omis une partie de votre saisie (${listOf(what)}). Vérifiez ce qui y figure maintenant.`,
  ],
  savedSlowly: <Part>(write: Part, crm: string): Sentence<Part> => [
    write,
    `${saved}. ${crmFirst(crm)} a tardé à répondre. Si quelqu’un d’autre vient de modifier ce contact, vérifiez que rien ne manque.`,
  ],
  seen: 'OK',
};
