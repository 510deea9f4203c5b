/** Of one search: enough for the best of them to be among the first, and few enough to read at every pause in typing. */
export const mostFound = 50;

/**
 * A word in a pattern where `_` is any one character. Apostrophes are typed in many ways; what means something to the pattern
 * or to the CRM's own grammar (`reserved`) stands for any one character too.
 */
export function likeWord(word: string, reserved = /[\\%]/g): string {
  return word.replace(apostrophes, '_').replace(reserved, '_');
}

export const apostrophes = /['’‘ʼ`´]/g;
const beyondAscii = /[^\0-\x7f]/g;
const vowels = /[aeiouy]/gi;
const consonants = /[clnrsz]/gi;

/**
 * Patterns that find a word whatever its accents, for CRMs that compare letter by letter: its vowels, its consonants that
 * take accents, or both, may be any one character. They fit others too: what comes is compared again. None for what is no
 * word of letters. `among`: of how many words it is one; alone, it needs more letters of its own.
 */
export function unaccentedPatterns(word: string, among: number): string[] {
  const plain = word.normalize('NFC').replace(apostrophes, '_');
  if (!/^[\p{Script=Latin}\p{M}_]+$/u.test(plain)) return [];
  const open = plain.replace(beyondAscii, '_');
  // With fewer letters of its own a pattern fits nearly everybody.
  const ways: [string, number][] = [
    [open.replace(vowels, '_'), 2],
    [open.replace(consonants, '_'), 2],
    [open.replace(vowels, '_').replace(consonants, '_'), among > 1 ? 2 : 3],
  ];
  const fitting = ways.filter(([pattern, fewest]) => pattern.replaceAll('_', '').length >= fewest);
  return [...new Set(fitting.map(([pattern]) => pattern))].filter((pattern) => pattern !== plain);
}
