import { foldText } from './fold-text.ts';

/**
 * Text as every forgiving search compares it: folded, no apostrophes, other punctuation as spaces. Dots, `@`, `_` and `+`
 * within a word stay, so that an e-mail address is one word.
 */
export function searchableText(text: string): string {
  return foldText(text)
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}@._+]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])[._]+|[._]+(?![\p{L}\p{N}@])/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** Every script's ten digits stand together, in order, and begin at a code point whose predecessor is no digit. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/**
 * The digits by which a number is found whatever the spelling: without `+`, `00`, `0` or `(0)`, so that national and
 * international spellings share their tail. Empty where the text is no number.
 */
export function numberDigits(text: string): string {
  const ascii = text.normalize('NFKC').replace(/\p{Nd}/gu, asciiDigit);
  if (!/^[\s\d+()./-]+$/.test(ascii)) return '';
  const digits = ascii.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 2 ? digits : '';
}
