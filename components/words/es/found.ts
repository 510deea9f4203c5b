import type { foundEnglish } from '../en/found.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';

const plural = pluralOf('es');
const amount = (count: number): string => numberFormat().format(count);

/** What the search says, in Spanish. */
export const foundSpanish: typeof foundEnglish = {
  title: 'Búsqueda',
  results: 'Resultados de la búsqueda',
  clear: 'Borrar la búsqueda',
  newNamed: <Part>(query: Part): Sentence<Part> => ['Nuevo contacto “', query, '”'],
  keyEnter: 'Enter',
  keyEscape: 'Esc',
  move: 'mover',
  show: 'mostrar',
  back: 'volver',
  backToCall: 'volver a la interacción',
  lookingInCopies: 'Buscando en las copias guardadas',
  noSearch: (crm: string) => `No se puede buscar en ${crm} desde aquí`,
  noCopyFits: (why: string) => `${why}. Ninguna copia guardada coincide`,
  copies: (count: number, why: string) => {
    const forms = { one: 'copia guardada', many: 'de copias guardadas', other: 'copias guardadas' };
    return `${amount(count)} ${plural(count, forms)}. ${why}`;
  },
  nobodyFits: (crm: string, query: string) => `Ningún contacto en ${crm} coincide con “${query}”`,
  contacts: (count: number, crm: string, total: number | 'more' | undefined) => {
    const shown =
      typeof total === 'number' && total > count ? `${amount(count)} de ${amount(total)}` : amount(count);
    const all = typeof total === 'number' ? Math.max(count, total) : count;
    const forms = { one: 'contacto', many: 'de contactos', other: 'contactos' };
    const contacts = `${shown} ${plural(all, forms)} en ${crm}`;
    return `${contacts}${all === 1 ? '' : ', por relevancia'}${total === 'more' ? '; hay más' : ''}`;
  },
  andCopies: (said: string, count: number) => `${said}; ${amount(count)} más en las copias guardadas`,
  by: (label: string, value: string) => `${label}: ${value}`,
  elsewhere: (crm: string) => `Otro campo en ${crm}`,
  mistyped: 'Grafía similar',
  savedCopy: 'Copia guardada',
};
