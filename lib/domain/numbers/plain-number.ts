/**
 * A number's text in the signs that the rest of the code knows: digits of every script as 0 to 9, every kind of space as one
 * blank, every dash as `-`, wide and raised signs as the usual ones, and without the marks that only say in which direction
 * or how closely text is set.
 */
export function plainNumber(text: string): string {
  return text
    .replace(/[\p{Cf}\u{ad}]/gu, '')
    .replace(/[‐‑‒–—―⁃−ー]/g, '-')
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/\p{Pd}/gu, '-')
    .replace(/[・·•‧∙⋅]/g, '.')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim();
}

/** Unicode keeps the digits of a script in a row, the zero first. */
function digitOf(sign: string): string {
  if (sign >= '0' && sign <= '9') return sign;
  const code = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
