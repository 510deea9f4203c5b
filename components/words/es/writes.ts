import type { writeEnglish } from '../en/writes.ts';
import { listOf } from '../language/formats.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst } from './grammar/nouns.ts';

/** How the writes of an agent stand, for the lower edge, in Spanish. */
export const writeSpanish: typeof writeEnglish = {
  notSavedWrite: <Part>(write: Part): Sentence<Part> => [write, ': no guardado'],
  notSavedWriteOf: <Part>(write: Part, whose: Part, what: string | undefined): Sentence<Part> => [
    write,
    ', para ',
    whose,
    what === undefined ? ': no guardado' : `: no guardado. ${what}.`,
  ],
  notSavedWriteBecause: <Part>(write: Part, what: string): Sentence<Part> => [
    write,
    `: no guardado. ${what}.`,
  ],
  perhapsSaved: <Part>(write: Part, crm: string): Sentence<Part> => [
    write,
    `: no se sabe si se ha guardado. Compruébelo en ${crm} antes de reintentar.`,
  ],
  savedOtherwise: <Part>(write: Part, crm: string, what: string[]): Sentence<Part> => [
    write,
    `: guardado. ${crmFirst(crm)} ha modificado u omitido parte de lo escrito (${listOf(what)}). Revise lo que consta ahora.`,
  ],
  savedSlowly: <Part>(write: Part, crm: string): Sentence<Part> => [
    write,
    `: guardado. ${crmFirst(crm)} ha tardado. Si otra persona acaba de modificar este contacto, compruebe que no falte nada.`,
  ],
  seen: 'Aceptar',
};
