import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';

const plural = pluralOf('en');
const amount = (count: number): string => numberFormat().format(count);

/** What the search says, in English. */
export const foundEnglish = {
  title: 'Search',
  results: 'Search results',
  clear: 'Clear search',
  newNamed: <Part>(query: Part): Sentence<Part> => ['New contact “', query, '”'],
  keyEnter: 'Enter',
  keyEscape: 'Esc',
  move: 'move',
  show: 'show',
  back: 'back',
  backToCall: 'back to the call',
  lookingInCopies: 'Looking in the saved copies',
  noSearch: (crm: string) => `${crm} cannot be searched from here`,
  noCopyFits: (why: string) => `${why}; no saved copy fits`,
  copies: (count: number, why: string) =>
    `${amount(count)} ${plural(count, { one: 'saved copy', other: 'saved copies' })}; ${why}`,
  nobodyFits: (crm: string, query: string) => `No contact in ${crm} fits “${query}”`,
  /** `total`: how many fit in all, or that there are more; undefined where these are all. */
  contacts: (count: number, crm: string, total: number | 'more' | undefined) => {
    const shown =
      typeof total === 'number' && total > count ? `${amount(count)} of ${amount(total)}` : amount(count);
    const all = typeof total === 'number' ? Math.max(count, total) : count;
    const contacts = `${shown} ${plural(all, { one: 'contact', other: 'contacts' })} in ${crm}`;
    return `${contacts}${all === 1 ? '' : ', best first'}${total === 'more' ? '; there are more' : ''}`;
  },
  /** Behind what was said of the CRM. */
  andCopies: (said: string, count: number) => `${said}; ${amount(count)} more among the saved copies`,
  /** By what somebody was found, where it is not the name. */
  by: (label: string, value: string) => `${label}: ${value}`,
  elsewhere: (crm: string) => `Another field in ${crm}`,
  mistyped: 'Similar spelling',
  savedCopy: 'Saved copy',
};
