import type { writeEnglish } from '../en/writes.ts';
import { listOf } from '../language/formats.ts';
import type { Sentence } from '../language/sentence.ts';

/** How the writes of an agent stand, for the lower edge, in Portuguese. */
export const writePortuguese: typeof writeEnglish = {
  notSavedWrite: <Part>(write: Part): Sentence<Part> => ['Não salvo: ', write],
  notSavedWriteOf: <Part>(write: Part, whose: Part, what: string | undefined): Sentence<Part> => [
    'Não salvo: ',
    write,
    ', para ',
    whose,
    what === undefined ? '' : `. ${what}.`,
  ],
  notSavedWriteBecause: <Part>(write: Part, what: string): Sentence<Part> => [
    'Não salvo: ',
    write,
    `. ${what}.`,
  ],
  perhapsSaved: <Part>(write: Part, crm: string): Sentence<Part> => [
    'Não se sabe se foi salvo: ',
    write,
    `. Confira no ${crm} antes de tentar de novo.`,
  ],
  savedOtherwise: <Part>(write: Part, crm: string, what: string[]): Sentence<Part> => [
    'Salvo: ',
    write,
    `. O ${crm} alterou ou omitiu o que você digitou: ${listOf(what)}. Confira o que consta lá agora.`,
  ],
  savedSlowly: <Part>(write: Part, crm: string): Sentence<Part> => [
    'Salvo: ',
    write,
    `. O ${crm} demorou. Se outra pessoa acabou de alterar este contato, confira se está tudo lá.`,
  ],
  seen: 'OK',
};
