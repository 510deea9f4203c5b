/** Country calling codes of one and two digits; every other one has three. Source: ITU-T E.164 list of assigned codes. */
const oneDigit = new Set(['1', '7']);
const twoDigits = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
);
/** How some countries group the digits after the calling code, by how many there are. */
const habits: Record<string, Record<number, number[]>> = {
  '1': { 10: [3, 3, 4] },
  '33': { 9: [1, 2, 2, 2, 2] },
  '34': { 9: [3, 3, 3] },
  '351': { 9: [3, 3, 3] },
  '44': { 10: [2, 4, 4] },
  '48': { 9: [3, 3, 3] },
  '54': { 10: [2, 4, 4], 11: [1, 2, 4, 4] },
  '55': { 10: [2, 4, 4], 11: [2, 5, 4] },
};

/**
 * An E.164 number with spaces, for eyes: `+33 1 99 00 42 17`. Only the spaces are a guess, never a digit: the phone
 * library stays in the worker (29 kB), and a view need not know how every country groups. Other text comes back as is.
 */
export function groupPhone(value: string): string {
  const digits = /^\+(\d{4,15})$/.exec(value)?.[1];
  if (!digits) return value;
  const length = oneDigit.has(digits.slice(0, 1)) ? 1 : twoDigits.has(digits.slice(0, 2)) ? 2 : 3;
  const code = digits.slice(0, length);
  const rest = digits.slice(length);
  return `+${[code, ...split(rest, habits[code]?.[rest.length] ?? even(rest.length))].join(' ')}`;
}

/** Threes, with fours at the end where threes do not come out. */
function even(length: number): number[] {
  if (length <= 4) return [length];
  const fours = length % 3;
  const threes = (length - fours * 4) / 3;
  return threes < 0 ? [3, length - 3] : [...Array(threes).fill(3), ...Array(fours).fill(4)];
}

function split(text: string, lengths: number[]): string[] {
  let from = 0;
  return lengths.map((length) => {
    from += length;
    return text.slice(from - length, from);
  });
}
