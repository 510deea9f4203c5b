/** Letters that Unicode does not take apart into a base letter and marks, as people type them. */
const wholeLetters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
};
const anyWholeLetter = new RegExp(`[${Object.keys(wholeLetters).join('')}]`, 'g');

/**
 * Text without accents and letter case, compatibility forms taken apart: what every forgiving search compares. Of one
 * character none or several may remain.
 */
export function foldText(text: string): string {
  // Once more after lower-casing: some capitals gain a mark by it.
  return bare(bare(text).toLowerCase()).replace(anyWholeLetter, (letter) => wholeLetters[letter] ?? letter);
}

function bare(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}
