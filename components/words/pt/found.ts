import type { foundEnglish } from '../en/found.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { inSentence } from './nouns.ts';

const plural = pluralOf('pt');
const amount = (count: number): string => numberFormat().format(count);

/** What the search says, in Portuguese. */
export const foundPortuguese: typeof foundEnglish = {
  title: 'Pesquisa',
  results: 'Resultados da pesquisa',
  clear: 'Limpar a pesquisa',
  newNamed: <Part>(query: Part): Sentence<Part> => ['Novo contato “', query, '”'],
  keyEnter: 'Enter',
  keyEscape: 'Esc',
  move: 'mover',
  show: 'mostrar',
  back: 'voltar',
  backToCall: 'voltar à interação',
  lookingInCopies: 'Procurando nas cópias salvas',
  noSearch: (crm: string) => `Não é possível pesquisar no ${crm} por aqui`,
  noCopyFits: (why: string) => `${why}; nenhuma cópia salva corresponde`,
  copies: (count: number, why: string) => {
    const forms = { one: 'cópia salva', many: 'de cópias salvas', other: 'cópias salvas' };
    return `${amount(count)} ${plural(count, forms)}; ${inSentence(why)}`;
  },
  nobodyFits: (crm: string, query: string) => `Nenhum contato no ${crm} corresponde a “${query}”`,
  contacts: (count: number, crm: string, total: number | 'more' | undefined) => {
    const shown =
      typeof total === 'number' && total > count ? `${amount(count)} de ${amount(total)}` : amount(count);
    const all = typeof total === 'number' ? Math.max(count, total) : count;
    const forms = { one: 'contato', many: 'de contatos', other: 'contatos' };
    const contacts = `${shown} ${plural(all, forms)} no ${crm}`;
    return `${contacts}${all === 1 ? '' : ', por relevância'}${total === 'more' ? '; há mais' : ''}`;
  },
  andCopies: (said: string, count: number) => `${said}; mais ${amount(count)} nas cópias salvas`,
  by: (label: string, value: string) => `${label}: ${value}`,
  elsewhere: (crm: string) => `Outro campo no ${crm}`,
  mistyped: 'Grafia parecida',
  savedCopy: 'Cópia salva',
};
