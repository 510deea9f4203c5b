/** Letters that decompose into nothing simpler, as people type them. */
const plain: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', þ: 'th' };

/** One character without accents and case: what a forgiving search compares. May be none or several characters. */
export function foldCharacter(character: string): string {
  const bare = character.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');
  return plain[bare] ?? bare;
}
