import { or, type SQL, sql } from 'drizzle-orm';
import { isWithinMistakes, mistakesAllowed } from '../../lib/domain/search/typing-mistakes.ts';
import type { Database } from '../database/database.ts';
import { contacts, searchWords } from '../database/tables.ts';
import { anyLike, every, fitsWord } from './like-conditions.ts';
import { mistypedPatterns } from './mistyped-patterns.ts';

/** Of two mistakes, the patterns fit more words than are meant; of a common beginning, this many at most are compared. */
const mostCompared = 2_000;
/** More words are not looked for in place of one. */
const mostAlike = 50;

/**
 * Ids of those who fit the words of a query but for small typing mistakes, at most `most`. A mistyped word is looked for among
 * the words that there are, of which there are few, and the contacts by the words that it may have been.
 */
export async function findMistyped(db: Database, words: string[], most: number): Promise<string[]> {
  const meant = new Map<string, string[]>();
  for (const word of words) meant.set(word, await wordsAlike(db, word));
  if ([...meant.values()].every((alike) => alike.length === 0)) return [];
  const fits = (word: string): SQL => {
    const alike = meant.get(word) ?? [];
    return alike.length === 0
      ? fitsWord(word)
      : sql`${fitsWord(word)} or ${anyLike(alike.map((other) => `% ${other} %`))}`;
  };
  const found = await db.select({ id: contacts.id }).from(contacts).where(every(words, fits)).limit(most);
  return found.map(({ id }) => id);
}

async function wordsAlike(db: Database, word: string): Promise<string[]> {
  const patterns = mistypedPatterns(word);
  if (patterns.length === 0) return [];
  const compared = await db
    .select({ word: searchWords.word })
    .from(searchWords)
    .where(or(...patterns.map((pattern) => sql`${searchWords.word} like ${pattern}`)))
    .limit(mostCompared);
  return (
    compared
      .map((row) => row.word)
      // Who has the word itself in one of theirs is found by it already.
      .filter((other) => !other.includes(word) && isWithinMistakes(word, other, mistakesAllowed(word)))
      .slice(0, mostAlike)
  );
}
