/** Fewer digits than that are compared whole. */
const fewest = 7;

/**
 * Whether two spellings may be of one number, where no plan is known: the national and the international one end alike.
 * What is dialled behind a number does not count. Reaches no library: host pages use it.
 */
export function alikeNumbers(one: string, other: string): boolean {
  const [long = '', short = ''] = [digitsOf(one), digitsOf(other)].sort((a, b) => b.length - a.length);
  const national = short.replace(/^0+/, '');
  return long === short || (national.length >= fewest && long.endsWith(national));
}

function digitsOf(number: string): string {
  const [main = ''] = number
    .normalize('NFKC')
    .replace(/^<?\s*[a-z]+:/i, '')
    .split(/[;@]/);
  const [before = ''] = main.split(/(?<=\d[\s()./-]{0,3}\d[\s()./-]{0,3}\d{3,}[\s)]{0,2})[*#,~a-z]/i);
  return before.replace(/[^\d*#]/g, '');
}
