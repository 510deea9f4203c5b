import { type SQL, sql } from 'drizzle-orm';
import { isWithinMistakes, mistakesAllowed } from '../../lib/domain/search/typing-mistakes.ts';
import type { Database } from '../database/database.ts';
import { contacts } from '../database/tables.ts';
import { anyLike, every, fitsWord } from './like-conditions.ts';
import { mistypedPatterns } from './mistyped-patterns.ts';

const mostCandidates = 1_000;

/**
 * Ids of those who fit the words of a query but for small typing mistakes, at most `most`. One statement: whoever has one of
 * the patterns of each word, of whom the first `mostCandidates` are compared here.
 */
export async function findMistyped(db: Database, words: string[], most: number): Promise<string[]> {
  if (!words.some((word) => mistakesAllowed(word) > 0)) return [];
  const candidates = await db
    .select({ id: contacts.id, text: contacts.searchText })
    .from(contacts)
    .where(every(words, mayFit))
    .limit(mostCandidates);
  return candidates
    .filter(({ text }) => words.every((word) => fitsMistyped(word, text)))
    .map(({ id }) => id)
    .slice(0, most);
}

function mayFit(word: string): SQL {
  const patterns = mistypedPatterns(word);
  return patterns.length === 0 ? fitsWord(word) : sql`${fitsWord(word)} or ${anyLike(patterns)}`;
}

function fitsMistyped(word: string, text: string): boolean {
  if (text.includes(word)) return true;
  const allowed = mistakesAllowed(word);
  return allowed > 0 && text.split(' ').some((other) => isWithinMistakes(word, other, allowed));
}
