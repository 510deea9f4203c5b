/** Letters beyond which nothing is compared: no word is so long. */
const longest = 40;

/** How many typing mistakes a folded word may have. In a short one, or in a number, each makes another word. */
export function mistakesAllowed(word: string): number {
  if (!/^\p{L}+$/u.test(word) || word.length < 4 || word.length > longest) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * True where `word` becomes `other` by `most` mistakes or fewer: a letter wrong, missing, too many, or two neighbours
 * swapped. Takes time by the length of the words, and gives up as soon as it can.
 */
export function isWithinMistakes(word: string, other: string, most: number): boolean {
  if (Math.abs(word.length - other.length) > most || other.length > longest) return false;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= word.length; row += 1) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const same = word[row - 1] === other[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(next, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    before = last;
    last = next;
  }
  return at(last, other.length) <= most;
}

function at(row: number[], index: number): number {
  return row[index] ?? longest;
}
