import type { FoundBy } from './found.ts';
import { queryWords } from './query-words.ts';
import type { SearchablePart } from './searchable-contact.ts';
import { isWithinMistakes, mistakesAllowed } from './typing-mistakes.ts';

/** How well a word fits: it is there, begins one, is within one, or would be there but for a mistake. */
const level = { whole: 0, begins: 1, within: 2, mistyped: 3 } as const;
type Level = (typeof level)[keyof typeof level];

/** Why a contact fits a query, and how well: the lower, the better. */
export interface Explained {
  by: FoundBy;
  order: number;
}

/** So many digits at the end of a number are the number. */
const wholeNumber = 6;

/**
 * Says of a contact's parts why they fit a query: every word somewhere, in any order. undefined where they do not. Best
 * are the whole name, number or address; then what begins so; then what holds it within; then what would but for a
 * mistake, where `mistakes` are let through. Among equals the name stands before everything else.
 */
export function explainFound(
  query: string,
  mistakes: boolean,
): (parts: SearchablePart[]) => Explained | undefined {
  const words = queryWords(query).map((word) => ({ word, allowed: mistakes ? mistakesAllowed(word) : 0 }));
  return (parts) => {
    const hits = words.map((word) => bestHit(word, parts));
    if (hits.length === 0 || !hits.every((hit) => hit !== undefined)) return undefined;
    const worst = Math.max(...hits.map(({ fits }) => fits));
    const other = hits.find(({ part }) => part.place.by !== 'name');
    const by = (other ?? hits[0])?.part.place ?? { by: 'name' };
    const place = worst === level.mistyped ? { ...by, mistyped: true as const } : by;
    return { by: place, order: orderOf(hits, worst, other) };
  };
}

interface Hit {
  part: SearchablePart;
  fits: Level;
  word: string;
}

function orderOf(hits: Hit[], worst: number, other: Hit | undefined): number {
  if (isWhole(hits, worst)) return 0;
  const first = hits[0];
  const beginsName = first?.part.text.startsWith(first.word);
  return Math.max(worst, level.begins) * 4 + (other ? 2 : beginsName ? 0 : 1);
}

/** The query is the whole of one part, in whatever order. */
function isWhole(hits: Hit[], worst: number): boolean {
  const part = hits[0]?.part;
  if (worst !== level.whole || !part || !hits.every((hit) => hit.part === part)) return false;
  if (part.digits !== undefined) return true;
  if (part.place.by === 'field') return false;
  return new Set(part.text.split(' ')).size === hits.length;
}

function bestHit({ word, allowed }: { word: string; allowed: number }, parts: SearchablePart[]) {
  let best: Hit | undefined;
  for (const part of parts) {
    const fits = fitOf(word, part);
    if (fits !== undefined && (!best || fits < best.fits)) best = { part, fits, word };
    if (best?.fits === level.whole) return best;
  }
  if (best || allowed === 0) return best;
  const mistyped = parts.find(
    ({ place, words }) =>
      place.by !== 'identifier' && words.some((other) => isWithinMistakes(word, other, allowed)),
  );
  return mistyped && { part: mistyped, fits: level.mistyped, word };
}

function fitOf(word: string, { text, words, digits }: SearchablePart): Level | undefined {
  if (digits !== undefined) {
    if (!/^\d{3,}$/.test(word) || !digits.includes(word)) return undefined;
    return word.length >= wholeNumber && digits.endsWith(word) ? level.whole : level.within;
  }
  if (words.includes(word)) return level.whole;
  if (words.some((other) => other.startsWith(word))) return level.begins;
  return text.includes(word) ? level.within : undefined;
}
