import type { writeEnglish } from '../en/writes.ts';
import { listOf } from '../language/formats.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst } from './grammar/nouns.ts';

/** How the writes of an agent stand, in French. */
export const writeFrench: typeof writeEnglish = {
  notSavedWrite: <Part>(write: Part): Sentence<Part> => ['Non enregistré\u00a0: ', write],
  notSavedWriteOf: <Part>(write: Part, whose: Part, what: string | undefined): Sentence<Part> => [
    'Non enregistré\u00a0: ',
    write,
    ', pour ',
    whose,
    what === undefined ? '' : `. ${what}.`,
  ],
  notSavedWriteBecause: <Part>(write: Part, what: string): Sentence<Part> => [
    'Non enregistré\u00a0: ',
    write,
    `. ${what}.`,
  ],
  perhapsSaved: <Part>(write: Part, crm: string): Sentence<Part> => [
    'Enregistrement incertain\u00a0: ',
    write,
    `. Vérifiez dans ${crm} avant de réessayer.`,
  ],
  savedOtherwise: <Part>(write: Part, crm: string, what: string[]): Sentence<Part> => [
    'Enregistré\u00a0: ',
    write,
    `. ${crmFirst(crm)} a modifié ou omis votre saisie\u00a0: ${listOf(what)}. Vérifiez ce qui s’y trouve maintenant.`,
  ],
  savedSlowly: <Part>(write: Part, crm: string): Sentence<Part> => [
    'Enregistré\u00a0: ',
    write,
    `. ${crmFirst(crm)} a mis du temps. Si quelqu’un d’autre vient de modifier ce contact, vérifiez que tout y est.`,
  ],
  seen: 'OK',
};
