import type { foundEnglish } from '../en/found.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst, inCrm } from './grammar/nouns.ts';

const plural = pluralOf('de');
const amount = (count: number): string => numberFormat().format(count);

/** What the search says, in German. */
export const foundGerman: typeof foundEnglish = {
  title: 'Suche',
  results: 'Suchergebnisse',
  clear: 'Suche leeren',
  newNamed: <Part>(query: Part): Sentence<Part> => ['Neuer Kontakt „', query, '“'],
  keyEnter: 'Enter',
  keyEscape: 'Esc',
  move: 'bewegen',
  show: 'anzeigen',
  back: 'zurück',
  backToCall: 'zurück zum Anruf',
  lookingInCopies: 'Suche in den gespeicherten Kopien',
  noSearch: (crm: string) => `${crmFirst(crm)} lässt sich von hier aus nicht durchsuchen`,
  noCopyFits: (why: string) => `${why}; keine gespeicherte Kopie passt`,
  copies: (count: number, why: string) =>
    `${amount(count)} ${plural(count, { one: 'gespeicherte Kopie', other: 'gespeicherte Kopien' })}; ${why}`,
  nobodyFits: (crm: string, query: string) => `Kein Kontakt ${inCrm(crm)} passt zu „${query}“`,
  contacts: (count: number, crm: string, total: number | 'more' | undefined) => {
    const isPart = typeof total === 'number' && total > count;
    const all = typeof total === 'number' ? Math.max(count, total) : count;
    const noun = plural(all, { one: 'Kontakt', other: isPart ? 'Kontakten' : 'Kontakte' });
    const shown = isPart ? `${amount(count)} von ${amount(total)}` : amount(count);
    const contacts = `${shown} ${noun} ${inCrm(crm)}`;
    return `${contacts}${all === 1 ? '' : ', die besten zuerst'}${total === 'more' ? '; es gibt weitere' : ''}`;
  },
  andCopies: (said: string, count: number) =>
    `${said}; ${amount(count)} ${plural(count, { one: 'weiterer', other: 'weitere' })} in den gespeicherten Kopien`,
  by: (label: string, value: string) => `${label}: ${value}`,
  elsewhere: (crm: string) => `Ein anderes Feld ${inCrm(crm)}`,
  mistyped: 'Ähnliche Schreibweise',
  savedCopy: 'Gespeicherte Kopie',
};
