import type { foundEnglish } from '../en/found.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);

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
  backToCall: 'retour à l’interaction',
  lookingInCopies: 'Recherche dans les copies enregistrées',
  noSearch: (crm: string) => `Impossible de rechercher dans ${crm} depuis Ringside`,
  noCopyFits: (why: string) => `${why}\u202f; aucune copie enregistrée ne correspond`,
  copies: (count: number, why: string) => {
    const forms = {
      one: 'copie enregistrée',
      many: 'de copies enregistrées',
      other: 'copies enregistrées',
    };
    return `${amount(count)} ${plural(count, forms)}. ${why}`;
  },
  nobodyFits: (crm: string, query: string) =>
    `Aucun contact dans ${crm} ne correspond à «\u00a0${query}\u00a0»`,
  contacts: (count: number, crm: string, total: number | 'more' | undefined) => {
    const shown =
      typeof total === 'number' && total > count ? `${amount(count)} sur ${amount(total)}` : amount(count);
    const all = typeof total === 'number' ? Math.max(count, total) : count;
    const forms = { one: 'contact', many: 'de contacts', other: 'contacts' };
    const best = all === 1 ? '' : ', par pertinence';
    const others = total === 'more' ? '\u202f; il y en a d’autres' : '';
    return `${shown} ${plural(all, forms)} dans ${crm}${best}${others}`;
  },
  andCopies: (said: string, count: number) =>
    `${said}\u202f; ${amount(count)} de plus dans les copies enregistrées`,
  by: (label: string, value: string) => `${label}\u00a0: ${value}`,
  elsewhere: (crm: string) => `Autre champ dans ${crm}`,
  mistyped: 'Orthographe proche',
  savedCopy: 'Copie enregistrée',
};
