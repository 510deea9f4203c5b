import { type SQL, sql } from 'drizzle-orm';
import type { Contact } from '../../lib/domain/contact.ts';
import type { Database } from '../database/database.ts';
import { numberDigits, searchableText } from './searchable-text.ts';
import { selectContacts } from './select-contacts.ts';

const mostResults = 20;
const mostWords = 8;

/**
 * Forgiving search: accents, letter case, the order of words and missing parts of words do not matter, and a number is
 * found in any spelling. Best first: the name begins so, every word begins a word of the name, every word begins
 * some word, anywhere.
 */
export async function searchContacts(db: Database, query: string): Promise<Contact[]> {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const name = sql`contacts.name_folded`;
  const text = sql`contacts.search_text`;
  const rank = sql`case
    when ${name} like ${`${escapeLike(words.join(' '))}%`} then 0
    when ${every(words, (word) => sql`' ' || ${name} like ${`% ${escapeLike(word)}%`}`)} then 1
    when ${every(words, (word) => sql`${text} like ${`% ${escapeLike(word)}%`}`)} then 2
    else 3 end`;
  return selectContacts(
    db,
    every(words, (word) => sql`${text} like ${`%${escapeLike(word)}%`}`),
    { orderBy: [rank, name, sql`contacts.id`], limit: mostResults },
  );
}

/** A number is one word of digits, however it is typed; so is a number among other words. */
function wordsOf(query: string): string[] {
  const number = numberDigits(query);
  if (number !== '') return [number];
  const words = query
    .split(/\s+/)
    .flatMap((word) => numberDigits(word) || searchableText(word).split(' '))
    .map((word) => word.replace(/^\+(?=\d)/, ''));
  return [...new Set(words)].filter(Boolean).slice(0, mostWords);
}

function every(words: string[], condition: (word: string) => SQL): SQL {
  return sql`(${sql.join(
    words.map((word) => sql`(${condition(word)})`),
    sql` and `,
  )})`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
