import { pageWords } from '../words/companion/page-words.ts';
import { widgetWords } from '../words/companion/widget-words.ts';
import { type Catalogue, speak } from '../words/language/language.ts';
import { noticeWords } from '../words/notice-words.ts';
import { optionsWords } from '../words/options-words.ts';
import { sharedWords } from '../words/shared-words.ts';
import { viewWords } from '../words/view-words.ts';

/** Latin letters with signs on them, so that a text that is in no catalogue is seen at once. */
const accents: Record<string, string> = { a: 'å', e: 'ë', i: 'ï', o: 'ø', u: 'ü', n: 'ñ', c: 'ç', y: 'ÿ' };
/** As much longer as the wordiest of the languages to come, in words that may break where theirs do. */
const growth = 0.4;
const filler = 'ÿët møre wørds öf it ';

/**
 * Speaks a language made from English: accents, two fifths more letters, and brackets around every message. For tests and
 * pictures alone: nothing that is shipped reaches this file.
 */
export function speakPseudo(): void {
  teach(sharedWords);
  teach(viewWords);
  teach(optionsWords);
  teach(widgetWords);
  teach(noticeWords);
  teach(pageWords);
  speak(['en-XA']);
}

function teach<Words>(catalogue: Catalogue<Words>): void {
  catalogue.teach('en-XA', made(catalogue.english) as Words); // The same shape, made of other texts.
}

function made(value: unknown): unknown {
  if (typeof value === 'string') return message(value, []);
  if (typeof value === 'function') return (...given: unknown[]): unknown => said(value(...given), given);
  if (Array.isArray(value)) return value.map(made);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, made(one)]));
}

/** What a message of English said of its parts: a text, a sentence in stretches, or several texts. */
function said(value: unknown, given: unknown[]): unknown {
  if (typeof value === 'string') return message(value, given);
  if (Array.isArray(value)) {
    const letters = value.filter((part) => typeof part === 'string').join('').length;
    const stretches = value.map((part) => (typeof part === 'string' ? accented(part, given) : part));
    return ['⟦', ...stretches, `${more(letters)}⟧`];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, said(one, given)]));
}

function message(text: string, given: unknown[]): string {
  return text === '' ? '' : `⟦${accented(text, given)}${more(text.length)}⟧`;
}

function more(letters: number): string {
  const count = Math.ceil(letters * growth);
  return ` ${filler.repeat(Math.ceil(count / filler.length)).slice(0, count)}`.trimEnd();
}

/** Names and numbers that stand in a message stay as they are. */
function accented(text: string, given: unknown[]): string {
  const [part] = given.filter((one) => typeof one === 'string' && one !== '' && text.includes(one));
  if (typeof part !== 'string') return text.replace(/[aeiouncy]/g, (letter) => accents[letter] ?? letter);
  const others = given.filter((one) => one !== part);
  return text
    .split(part)
    .map((stretch) => accented(stretch, others))
    .join(part);
}
