import type { Found } from '../../domain/search/found.ts';
import { typedWords } from '../../domain/search/query-words.ts';
import { emailQuery } from '../identifiers/email-query.ts';
import { phoneQuery } from '../identifiers/phone-query.ts';
import { typedAs } from '../identifiers/typed-as.ts';
import { keepFitting } from '../records/other-spellings.ts';
import { apostrophes, mostFound } from '../records/text-search.ts';
import type { createSuiteReads } from './suite-reads.ts';

type Where = Record<string, string>;

/** Beyond these, words are only looked for in what came. */
const mostWords = 3;

/** Searching by hand: a number or an address is looked up, everything else is looked for in the names. */
export async function searchSuite(
  reads: Pick<ReturnType<typeof createSuiteReads>, 'find' | 'page'>,
  { query, region, signal }: { query: string; region: string; signal: AbortSignal | undefined },
): Promise<Found> {
  const phone = phoneQuery(query, region);
  if (phone) return { contacts: (await reads.find(phone, signal, typedAs(query))).slice(0, mostFound) };
  const email = emailQuery(query);
  if (email) return { contacts: await reads.find(email, signal) };
  const pages = await Promise.all(wheresOf(query).map((where) => reads.page(where, signal)));
  const each = new Map(pages.flatMap(({ contacts }) => contacts).map((contact) => [contact.id, contact]));
  const contacts = keepFitting(query, [...each.values()]);
  return pages.some(({ more }) => more) ? { contacts, more: true } : { contacts };
}

/**
 * The questions that together ask for all words in first and last name, in whatever order. Within one question all
 * conditions are either "and" or "or", and there is one for each field: so each way of dividing the words is one.
 */
function wheresOf(query: string): Where[] {
  // An apostrophe stands in the database as an entity.
  const words = typedWords(query).map((word) => word.replace(apostrophes, '%').replaceAll('\\', '_'));
  const asked = words.slice(0, mostWords);
  if (asked.length === 0) return [];
  const anywhere = (order: string[]): Where => ({ ...names(order, order), 'filter[operator]': 'or' });
  if (asked.length === 1) return [anywhere(asked)];
  const divided = asked.slice(1).flatMap((_, at): Where[] => {
    const [one, other] = [asked.slice(0, at + 1), asked.slice(at + 1)];
    return [names(one, other), names(other, one)].map((where) => ({ ...where, 'filter[operator]': 'and' }));
  });
  return [...divided, anywhere(asked), ...(asked.length === 2 ? [anywhere([...asked].reverse())] : [])];
}

function names(first: string[], last: string[]): Where {
  return {
    'filter[last_name][like]': `%${last.join('%')}%`,
    'filter[first_name][like]': `%${first.join('%')}%`,
  };
}
