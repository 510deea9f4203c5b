import { mistakesAllowed } from '../../lib/domain/search/typing-mistakes.ts';

/**
 * Patterns of `like` that fit whatever word becomes `word` by the mistakes it may have; where it may have two, they fit
 * others too. None where it may have none. The words are folded, and so letters only.
 */
export function mistypedPatterns(word: string): string[] {
  const allowed = mistakesAllowed(word);
  if (allowed === 0) return [];
  if (allowed === 1) return oneMistake(word);
  // Of two mistakes, either both are in the beginning, or it has one at most.
  const half = Math.ceil(word.length / 2);
  const beginning = word.slice(0, half);
  return [
    ...[beginning, ...oneMistake(beginning)].map((text) => `${text}%`),
    // A letter less, for two that were swapped over the middle.
    `%${word.slice(half + 1)}`,
  ];
}

/** A letter wrong, missing, too many, or two neighbours swapped. */
function oneMistake(word: string): string[] {
  const letters = [...word];
  const at = (index: number, put: string, drop: number) =>
    [...letters.slice(0, index), put, ...letters.slice(index + drop)].join('');
  const places = letters.map((_, index) => index);
  return [
    ...new Set([
      ...places.map((index) => at(index, '_', 1)),
      ...places.map((index) => at(index, '', 1)),
      ...[...places, letters.length].map((index) => at(index, '_', 0)),
      ...places.slice(1).map((index) => at(index - 1, `${letters[index]}${letters[index - 1]}`, 2)),
    ]),
  ];
}
