import { setImmediate } from 'node:timers/promises';
import { count, inArray, type SQL, sql } from 'drizzle-orm';
import type { Contact } from '../../lib/domain/contact/contact.ts';
import type { Found } from '../../lib/domain/search/found.ts';
import { queryWords } from '../../lib/domain/search/query-words.ts';
import type { Database } from '../database/database.ts';
import { contacts } from '../database/tables.ts';
import { escapeLike, every, fitsWord } from './like-conditions.ts';
import { findMistyped } from './search-mistyped.ts';
import { selectContacts } from './select-contacts.ts';

const mostResults = 20;
const mostCandidates = 1_000;

/**
 * Forgiving search: accents, letter case, the order of words, missing parts of words and small typing mistakes do not
 * matter, and a number is found in any spelling. Best first: the name begins so, every word begins a word of the name,
 * every word begins some word, anywhere, but for a mistake. One statement each, of bounded cost, and only until there are
 * enough: where more than `mostCandidates` fit, the best of those that were met first. Another counts whom nobody sees.
 */
export async function searchContacts(db: Database, query: string): Promise<Found> {
  const words = queryWords(query);
  const found = new Map<string, Contact>();
  if (words.length === 0) return { contacts: [] };
  const add = async (where: SQL, orderBy: SQL[]) => {
    for (const contact of await selectContacts(db, where, { orderBy, limit: mostResults }))
      if (!found.has(contact.id)) found.set(contact.id, contact);
    // What came meanwhile gets in between: the embedded database keeps this thread during a statement.
    await setImmediate();
  };
  const byName = [name, sql`contacts.id`];
  for (const [where, orderBy] of [
    [nameBegins(words), byName],
    [nameFits(words), byName],
    [among(every(words, fitsWord)), [beginsWords(words), ...byName]],
  ] as const) {
    await add(where, [...orderBy]);
    if (found.size >= mostResults) break;
  }
  if (found.size >= mostResults) return { contacts: firstOf(found), ...(await countFitting(db, words)) };
  const mistyped = await findMistyped(db, words, mostResults + found.size);
  await setImmediate();
  if (mistyped.length > 0) await add(inArray(contacts.id, mistyped), byName);
  return { contacts: firstOf(found) };
}

const name = sql`contacts.name_folded`;
const text = sql`contacts.search_text`;

function firstOf(found: Map<string, Contact>): Contact[] {
  return [...found.values()].slice(0, mostResults);
}

/** How many there are in all; where they are beyond counting, only that there are more. */
async function countFitting(db: Database, words: string[]): Promise<Pick<Found, 'total' | 'more'>> {
  const some = db
    .select({ id: contacts.id })
    .from(contacts)
    .where(every(words, fitsWord))
    .limit(mostCandidates)
    .as('counted');
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(some);
  return total < mostCandidates ? { total } : { more: true };
}

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

/** Words that begin so before words that hold it somewhere. */
function beginsWords(words: string[]): SQL {
  const begins = every(words, (word) => sql`${text} like ${`% ${escapeLike(word)}%`}`);
  return sql`case when ${begins} then 0 else 1 end`;
}

function among(condition: SQL): SQL {
  return sql`contacts.id in (select id from contacts where ${condition} limit ${mostCandidates})`;
}
