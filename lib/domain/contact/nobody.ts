import { foldText } from '../text/fold-text.ts';
import type { Identifier } from './identifier.ts';
import {
  emptyNumber,
  emptyWords,
  nobodyAdjectives,
  nobodyDigits,
  nobodyNouns,
  nobodyWords,
} from './nobody-words.ts';

/**
 * What stands in the place of a number or a name and names nobody. `withheld`: hidden by the caller. `unknown`: the exchange
 * has no number to give. `empty`: a program's word for nothing, which claims nothing of the caller.
 */
export type Nobody = 'withheld' | 'unknown' | 'empty';
type Said = Exclude<Nobody, 'empty'>;

const longest = 64;
const fewestPhoneDigits = 7;

/** Lists that are folded when they are first asked for. */
let known: { words: Map<string, Said>; adjectives: Map<string, Said>; nouns: string[] } | undefined;

/**
 * Whether a number, a user or a name stands for nobody (nobody-words.ts); judged by the whole text. `sip:`, `tel:`, a host
 * behind `@` and parameters are left out.
 */
export function nobodyIn(text: string): Nobody | undefined {
  const whole = text.trim();
  if (whole.length > longest * 4) return undefined;
  const [, user = whole, host = ''] =
    /^<?(?:sips?|tel):([^@;>]*)(?:@([^;:>]*))?/i.exec(whole) ?? /^([^\s@;]+)@([^\s@;:>]+)$/.exec(whole) ?? [];
  if (/(?:^|\.)invalid$/i.test(host)) return 'withheld';
  if (user.length > longest) return undefined;
  // Signs alone; pictures are names that people have.
  if (/^[\s\p{P}\p{Sm}\p{Sc}\p{Sk}]*$/u.test(user)) return /^[*•●]{3,}$/.test(user) ? 'withheld' : 'empty';
  return nobodyNumber(user.normalize('NFKC').trim()) ?? nobodyWord(user);
}

/**
 * As `nobodyIn`, of an identifier: an opaque id may have any digits, a handle may be any word, and of addresses only those
 * at a host that cannot be (RFC 6761) are nobody's.
 */
export function nobodyOf({ kind, value }: Pick<Identifier, 'kind' | 'value'>): Nobody | undefined {
  switch (kind) {
    case 'phone':
    case 'extension':
    case 'whatsapp':
      return nobodyIn(value);
    case 'username':
    case 'other':
      return /\d/.test(value.replace(/@.*/s, '')) ? undefined : nobodyIn(value);
    case 'email':
      return value.includes('@') && !/[@.]invalid\s*$/i.test(value) ? undefined : nobodyIn(value);
    default:
      return isEmptyWord(value) ? 'empty' : undefined;
  }
}

function nobodyNumber(text: string): Nobody | undefined {
  // Some digits shown and the others starred out: nobody can be found by what is left.
  if (/^[+\d\s().-]*[*•●x]{3}[*•●x\d\s().-]*$/i.test(text)) return 'withheld';
  if (/^[-−–]\s?\d{1,2}$/.test(text)) return 'unknown';
  if (!/^[+\d\s()./-]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  if (/^0+$/.test(digits)) return 'unknown';
  // Also behind the country code of those who fill ten places.
  if (digits.length >= fewestPhoneDigits && /^(?:1(?=\d{10}$))?(\d)\1*$/.test(digits)) return 'unknown';
  return nobodyDigits[digits] ?? nobodyDigits[digits.replace(/^1/, '')];
}

function nobodyWord(text: string): Nobody | undefined {
  if (isEmptyWord(text)) return 'empty';
  const spaced = fold(text);
  const word = close(spaced);
  known ??= {
    words: new Map(table(nobodyWords).map(([one, said]) => [close(one), said])),
    adjectives: new Map(table(nobodyAdjectives)),
    nouns: split(nobodyNouns).map(fold),
  };
  const { words, adjectives, nouns } = known;
  const half = word.slice(0, word.length / 2);
  const said = words.get(word) ?? (half + half === word ? words.get(half) : undefined);
  if (said !== undefined) return said;
  for (const noun of nouns) {
    const near = close(noun);
    const beside =
      (word.startsWith(near) && words.get(word.slice(near.length))) ||
      (word.endsWith(near) && words.get(word.slice(0, -near.length))) ||
      (spaced.startsWith(`${noun} `) && adjectives.get(spaced.slice(noun.length + 1))) ||
      (spaced.endsWith(` ${noun}`) && adjectives.get(spaced.slice(0, -noun.length - 1)));
    if (beside) return beside;
  }
  return undefined;
}

function isEmptyWord(text: string): boolean {
  const bare = text.trim().replace(/^[[("'<]+|[\])"'>]+$/g, '');
  return bare === emptyNumber || emptyWords.test(bare);
}

function table(lists: Record<Said, readonly string[]>): [string, Said][] {
  const of = (said: Said) => split(lists[said]).map((word): [string, Said] => [fold(word), said]);
  return [...of('unknown'), ...of('withheld')];
}

function split(lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split('|'));
}

/** Without letter case and accents, and one blank where other signs were. */
function fold(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Compounds are written in one word or in two. */
function close(folded: string): string {
  return folded.replaceAll(' ', '');
}
