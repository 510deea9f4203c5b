/** Fewer digits than that are compared whole. */
const fewest = 7;

/**
 * Whether two spellings may be of one number, where no plan is known: the national and the international one end alike.
 * What is dialled behind a number does not count. Small: host pages use it.
 */
export function alikeNumbers(one: string, other: string): boolean {
  const [long = '', short = ''] = [digitsOf(one), digitsOf(other)].sort((a, b) => b.length - a.length);
  const national = short.replace(/^0+/, '');
  return long === short || (national.length >= fewest && long.endsWith(national));
}

/** Up to a parameter, a host, or a sign of an extension, which may stand behind five digits. */
function digitsOf(number: string): string {
  const main = number.replace(/[;@].*$/s, '').replace(/((?:\d[^*#,~a-z\d]*){5})[*#,~a-z].*$/i, '$1');
  return main.replace(/[^\d*#]/g, '');
}
