import { listOf } from '../language/formats.ts';
import type { Sentence } from '../language/sentence.ts';

/** How the writes of an agent stand, for the lower edge, in English. */
export const writeEnglish = {
  notSavedWrite: <Part>(write: Part): Sentence<Part> => ['Not saved: ', write],
  /** Of an interaction that has gone: nothing else on screen says whose it is. */
  notSavedWriteOf: <Part>(write: Part, whose: Part, what: string | undefined): Sentence<Part> => [
    'Not saved: ',
    write,
    ', for ',
    whose,
    what === undefined ? '' : `. ${what}.`,
  ],
  notSavedWriteBecause: <Part>(write: Part, what: string): Sentence<Part> => [
    'Not saved: ',
    write,
    `. ${what}.`,
  ],
  /** The CRM may have done it, and cannot be asked. */
  perhapsSaved: <Part>(write: Part, crm: string): Sentence<Part> => [
    'Not known whether it was saved: ',
    write,
    `. Look in ${crm} before you try again.`,
  ],
  /** It was taken, and what stands in the CRM is not what was typed. */
  savedOtherwise: <Part>(write: Part, crm: string, what: string[]): Sentence<Part> => [
    'Saved: ',
    write,
    `. ${crm} changed what you typed or left it out: ${listOf(what)}. Look at what stands there now.`,
  ],
  /** Somebody else may have written in the same moment. */
  savedSlowly: <Part>(write: Part, crm: string): Sentence<Part> => [
    'Saved: ',
    write,
    `. ${crm} took long. If somebody else changed this contact just now, look whether all is there.`,
  ],
  seen: 'OK',
};
