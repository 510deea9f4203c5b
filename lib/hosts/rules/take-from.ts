export type Taken = 'email' | 'number' | 'name';

const address = /[^\s<>()[\]{}"',;:|@]+@[^\s<>()[\]{}"',;:|@?/&#]+\.[^\s<>()[\]{}"',;:|@?/&#]+/u;
const bracketed = new RegExp(`<\\s*(?:mailto:)?(${address.source})\\s*>`, 'u');
/** What reads like a number and is none: a time, a date. */
const times = /(?<!\d)(?:\d{1,2}:\d\d(?::\d\d)?|\d{4}-\d\d-\d\d|\d{1,2}([./-])\d{1,2}\1\d{4})(?!\d)/gu;
/** Digits of any script with what people write between them. */
const numbers = /[+＋]?[(\p{Nd}](?:[\p{Nd}().\-‐-―/\s]*\p{Nd})?/gu;
/** Fewer digits are a count, or a part of a name. */
const fewestDigits = 3;
const mostDigits = 15;

/**
 * The e-mail address in a text, of several the one in angle brackets, else the first; the number in it, of several the first
 * with a plus sign, else the one with the most digits; or the name that stands before either. Empty where there is none.
 */
export function takeFrom(text: string, taken: Taken): string {
  if (taken === 'email') return emailIn(text);
  return taken === 'number' ? numberIn(text) : nameIn(text);
}

function emailIn(text: string): string {
  const found = bracketed.exec(text)?.[1] ?? address.exec(text)?.[0] ?? '';
  // The end of a sentence is none of an address.
  return found.replace(/[.!?]+$/, '');
}

function numberIn(text: string): string {
  const found = [...text.replace(times, ' | ').matchAll(numbers)]
    // Two numbers with a stroke between them have more digits than any one.
    .flatMap(([run]) => (digitsIn(run) > mostDigits ? run.split('/') : [run]))
    .map((number) => ({ number: number.trim(), digits: digitsIn(number) }))
    .filter(({ digits }) => digits >= fewestDigits);
  const plus = found.find(({ number }) => /^[+＋]/.test(number));
  const most = found.reduce((one, other) => (other.digits > one.digits ? other : one), {
    number: '',
    digits: 0,
  });
  return balanced((plus ?? most).number);
}

function digitsIn(text: string): number {
  return text.replace(/\P{Nd}/gu, '').length;
}

/** A bracket that the text around it opened, or closes, is none of the number. */
function balanced(number: string): string {
  const opens = number.split('(').length;
  const closes = number.split(')').length;
  return opens === closes ? number : number.replace(opens > closes ? '(' : ')', '');
}

function nameIn(text: string): string {
  const found = [emailIn(text), numberIn(text)].find((one) => one !== '') ?? '';
  const before = found === '' ? text : text.slice(0, text.indexOf(found));
  return before
    .replace(/[\s<([{:,;|–—-]+$/u, '')
    .replace(/^["“”„'‘’]+|["“”„'‘’]+$/gu, '')
    .trim();
}
