import type { foundEnglish } from '../en/found.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst } from './grammar/nouns.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const savedCopies = {
  one: 'copie enregistrée',
  many: 'de copies enregistrées',
  other: 'copies enregistrées',
};
const contactNoun = { one: 'contact', many: 'de contacts', other: 'contacts' };
const others = { one: 'autre', many: 'd’autres', other: 'autres' };

/** What the search says, in French. */
export const foundFrench: typeof foundEnglish = {
  title: 'Recherche',
  results: 'Résultats de la recherche',
  clear: 'Effacer la recherche',
  newNamed: <Part>(query: Part): Sentence<Part> => ['Nouveau contact «\u00a0', query, '\u00a0»'],
  keyEnter: 'Entrée',
  keyEscape: 'Échap',
  move: 'parcourir',
  show: 'afficher',
  back: 'retour',
  backToCall: 'retour à l’appel',
  lookingInCopies: 'Recherche dans les copies enregistrées',
  noSearch: (crm: string) => `${crmFirst(crm)} ne permet pas de recherche d’ici`,
  noCopyFits: (why: string) => `${why}\u202f; aucune copie enregistrée ne correspond`,
  copies: (count: number, why: string) => `${amount(count)} ${plural(count, savedCopies)}\u202f; ${why}`,
  nobodyFits: (crm: string, query: string) =>
    `Aucun contact dans ${crm} ne correspond à «\u00a0${query}\u00a0»`,
  contacts: (count: number, crm: string, total: number | 'more' | undefined) => {
    const shown =
      typeof total === 'number' && total > count ? `${amount(count)} sur ${amount(total)}` : amount(count);
    const all = typeof total === 'number' ? Math.max(count, total) : count;
    const contacts = `${shown} ${plural(all, contactNoun)} dans ${crm}`;
    return `${contacts}${all === 1 ? '' : ', les meilleurs d’abord'}${total === 'more' ? '\u202f; il y en a d’autres' : ''}`;
  },
  andCopies: (said: string, count: number) =>
    `${said}\u202f; ${amount(count)} ${plural(count, others)} parmi les copies enregistrées`,
  by: (label: string, value: string) => `${label}\u00a0: ${value}`,
  elsewhere: (crm: string) => `Un autre champ dans ${crm}`,
  mistyped: 'Orthographe proche',
  savedCopy: 'Copie enregistrée',
};
