import { setImmediate } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import type { Contact } from '../../lib/domain/contact/contact.ts';
import type { Database } from '../database/database.ts';
import { numberDigits, searchableText } from '../../lib/domain/text/searchable-text.ts';
import { selectContacts } from './select-contacts.ts';

const mostResults = 20;
const mostWords = 8;
const mostCandidates = 1_000;

/**
 * Forgiving search: accents, letter case, the order of words and missing parts of words do not matter, and a number is
 * found in any spelling. Best first: the name begins so, every word begins a word of the name, every word begins
 * some word, anywhere. One statement each, of bounded cost, and only until there are enough: where more than
 * `mostCandidates` fit, the best of those that were met first.
 */
export async function searchContacts(db: Database, query: string): Promise<Contact[]> {
  const words = wordsOf(query);
  const found = new Map<string, Contact>();
  if (words.length === 0) return [];
  const byName = [name, sql`contacts.id`];
  for (const [where, orderBy] of [
    [nameBegins(words), byName],
    [nameFits(words), byName],
    [fits(words), [beginsWords(words), ...byName]],
  ] as const) {
    for (const contact of await selectContacts(db, where, { orderBy: [...orderBy], limit: mostResults }))
      if (!found.has(contact.id)) found.set(contact.id, contact);
    if (found.size >= mostResults) break;
    // What came meanwhile gets in between: the embedded database keeps this thread during a statement.
    await setImmediate();
  }
  return [...found.values()].slice(0, mostResults);
}

const name = sql`contacts.name_folded`;
const text = sql`contacts.search_text`;

/** In the order of the index `contacts_by_name`, so that no more are read than are shown. */
function nameBegins(words: string[]): SQL {
  return sql`${name} like ${`${escapeLike(words.join(' '))}%`}`;
}

function nameFits(words: string[]): SQL {
  return among(
    every(
      words,
      (word) => sql`${name} like ${`${escapeLike(word)}%`} or ${name} like ${`% ${escapeLike(word)}%`}`,
    ),
  );
}

function fits(words: string[]): SQL {
  return among(
    every(words, (word) => sql`${text} like ${`${isShort(word) ? '% ' : '%'}${escapeLike(word)}%`}`),
  );
}

/** Words that begin so before words that hold it somewhere. */
function beginsWords(words: string[]): SQL {
  const begins = every(words, (word) => sql`${text} like ${`% ${escapeLike(word)}%`}`);
  return sql`case when ${begins} then 0 else 1 end`;
}

/** Looked for where words begin: in the middle they are everywhere, and no index knows them. */
function isShort(word: string): boolean {
  return /^[a-z0-9]{1,2}$/.test(word);
}

function among(condition: SQL): SQL {
  return sql`contacts.id in (select id from contacts where ${condition} limit ${mostCandidates})`;
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
