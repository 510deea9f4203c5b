/** A number as people, exchanges and imports leave it in a CRM, and who rings. */
export interface Awkward {
  what: string;
  /** As it is typed into the CRM. */
  typed: string;
  /** In E.164. */
  rung: string;
}

const french = (last: string) => `+3319900${last}`;
const spaced = (last: string) => `01 99 00 ${last.slice(0, 2)} ${last.slice(2)}`;

/** How it is typed, with the last four digits of a number that nobody has, and what rings. The region is France. */
const ways: [string, (last: string) => string, (last: string) => string][] = [
  ['trunk zero in brackets', (last) => `+33 (0)1 99 00 ${last}`, french],
  ['extension in words', (last) => `${spaced(last)} poste 12`, french],
  ['extension behind an x', (last) => `+33 1 99 00 ${last} x12`, french],
  ['words around', (last) => `Tél. ${spaced(last)} (bureau)`, french],
  ['narrow blanks', (last) => spaced(last).replaceAll(' ', '\u202f'), french],
  ['marks of direction', (last) => `\u202a+33 1 99 00 ${last}\u202c`, french],
  ['Arabic digits', (last) => spaced(last).replace(/\d/g, arabicDigit), french],
  ['code before', (last) => `*31#${spaced(last)}`, french],
  ['first of two', (last) => `${spaced(last)} / +44 20 7946 0123`, french],
  ['second of two', (last) => `+44 20 7946 0124 / ${spaced(last)}`, french],
  ['without its plus', (last) => `33 1 99 00 ${last}`, french],
  ['of another country', (last) => `+44 (0)20 7946 ${last}`, (last) => `+44207946${last}`],
  ['Argentina without the 9', (last) => `+54 11 5551-${last}`, (last) => `+549115551${last}`],
  ['Brazil without the ninth', (last) => `+55 31 8888-${last}`, (last) => `+553198888${last}`],
  ['Mexico with the 1', (last) => `+52 1 55 1234 ${last}`, (last) => `+52551234${last}`],
  ['Italy without the zero', (last) => `+39 6 5550 ${last}`, (last) => `+39065550${last}`],
];

/** `next` answers the last four digits of a number that nobody has, others each time. */
export function awkwardNumbers(next: () => string): Awkward[] {
  return ways.map(([what, typed, rung]) => {
    const last = next();
    return { what, typed: typed(last), rung: rung(last) };
  });
}

function arabicDigit(digit: string): string {
  return String.fromCodePoint(0x660 + Number(digit));
}
