import { type SQL, sql } from 'drizzle-orm';

const text = sql`contacts.search_text`;

/** The word stands somewhere in what a contact is found by. */
export function fitsWord(word: string): SQL {
  return sql`${text} like ${`${isShort(word) ? '% ' : '%'}${escapeLike(word)}%`}`;
}

export function anyLike(patterns: string[]): SQL {
  return sql.join(
    patterns.map((pattern) => sql`${text} like ${pattern}`),
    sql` or `,
  );
}

export function every(words: string[], condition: (word: string) => SQL): SQL {
  return sql`(${sql.join(
    words.map((word) => sql`(${condition(word)})`),
    sql` and `,
  )})`;
}

export function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}

/** Looked for where words begin: in the middle they are everywhere, and no index knows them. */
function isShort(word: string): boolean {
  return /^[a-z0-9]{1,2}$/.test(word);
}
