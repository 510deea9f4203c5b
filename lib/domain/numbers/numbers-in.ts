import { extensionWords } from './extension-words.ts';
import { plainNumber } from './plain-number.ts';

/**
 * The phone numbers that stand in one text, each as it was typed, without words around it: people and imports put two into one
 * field, with `:::`, `;`, `,`, `/`, a word or a line break between. One number is never split: not `030/123456`, not
 * `+49 (0)221/4710123`, not what is dialled behind it (`,,5`, `;ext=5`, `x 206`). A part counts by seven digits; fewer beside
 * such a part are no number. What is left out of the second (`0221 471012 / 471013`) is taken from the first. A text in which
 * no part counts comes back whole; one without digits holds none.
 */
export function numbersIn(text: string): string[] {
  const whole = text.slice(0, longest).replace(unseen, '').trim();
  if (!/\p{Nd}/u.test(whole)) return [];
  const parts = whole.split(ofImports).flatMap(linesOf).flatMap(partsOfLine).flatMap(apart).filter(counts);
  return parts.length === 0 ? [whole] : parts.map(bare);
}

/** Beyond, nobody wrote a number. */
const longest = 1_024;
const fewestDigits = 7;
/** The 15 of E.164, a trunk zero, and an extension. */
const mostDigits = 20;
/** Neither a plan's longest number nor one with an extension has so many: there are two. */
const digitsOfTwo = 15;
const fewestApart = 9;
const mostPieces = 24;

/** Marks of direction and the like, which copies from a telephone carry. */
const unseen = /\p{Cf}/gu;
/** Google Contacts joins what it merges so. */
const ofImports = /[:：]{3,}/u;
const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]|\\n/iu;
/** Parameters of an address, which belong to its number; else whatever may stand between two numbers, and often stands within one. */
const between =
  /(?<parameter>;\s*[\w-]+=[^;,\s]*)|[;；؛]|(?<![,，])[,，、،](?![,，])|[|¦•&/／]|(?<=\s)[-–—](?=\s)|(?<=[\p{Nd}).\s])(?=[+＋][\s(]*\p{Nd})|\p{L}[\p{L}\p{M}.'’]*/gu;
/** Words before what is dialled behind a number, in the languages of those who type it. */
const dialledBehind = new RegExp(`^(?:${extensionWords}|[pwt]|wait|pause)\\.?$`, 'iu');
const address = /^(?:tel|sips?|callto|sms|whatsapp):|@/i;

/** Lines are numbers by themselves, unless one goes on in the next. */
function linesOf(block: string): string[] {
  const lines: string[] = [];
  for (const line of block.split(lineBreak).filter((one) => /\p{Nd}/u.test(one))) {
    const before = lines.at(-1);
    if (before === undefined || counts(before) || isPrefixed(line)) lines.push(line);
    else lines[lines.length - 1] = `${before} ${line}`;
  }
  return lines;
}

interface Piece {
  text: string;
  /** What stood before it. */
  sign: string;
}

/** A line in as many numbers as it can be read as. */
function partsOfLine(line: string): string[] {
  const pieces: Piece[] = [];
  let at = 0;
  let sign = '';
  for (const match of line.matchAll(between)) {
    if (match.groups?.parameter !== undefined) continue;
    pieces.push({ text: line.slice(at, match.index), sign });
    [sign] = match;
    at = match.index + sign.length;
  }
  pieces.push({ text: line.slice(at), sign });
  if (pieces.length > mostPieces) return [line];
  /** For each place, the parts of what follows. */
  const best: string[][] = [];
  for (let start = pieces.length - 1; start >= 0; start--) {
    best[start] = [joined(pieces, start, pieces.length)];
    for (let end = start + 1; end < pieces.length; end++) {
      const part = joined(pieces, start, end);
      const [next = '', ...others] = best[end] ?? [];
      const second = secondOf(part, pieces[end]?.sign ?? '', next);
      const parts = second === undefined ? [] : [part, second, ...others];
      if (parts.length > (best[start]?.length ?? 0)) best[start] = parts;
    }
  }
  return best[0] ?? [line];
}

/** Two that only a blank parts: alike, and together too long for one. */
function apart(part: string): string[] {
  const digits = digitsOf(part);
  if (digits < 2 * fewestApart || digits > 2 * mostDigits) return [part];
  for (const { index } of part.matchAll(/(?<=[\p{Nd})])\s+(?=[(\p{Nd}])/gu)) {
    const [first, second] = [part.slice(0, index), part.slice(index)];
    if (digitsOf(first) === digitsOf(second) && counts(first)) return [first, second];
  }
  return [part];
}

function joined(pieces: Piece[], start: number, end: number): string {
  return pieces
    .slice(start, end)
    .map(({ text, sign }, index) => (index === 0 ? text : sign + text))
    .join('');
}

/** The second of two numbers, whole; undefined where the two texts are one number, or none. */
function secondOf(first: string, sign: string, second: string): string | undefined {
  if (!counts(first) || (dialledBehind.test(sign) && !isPrefixed(second))) return undefined;
  // A conference’s code ends so.
  if (/^[,;，；、،؛]/u.test(sign) && /#\s*$/.test(second)) return undefined;
  if (isPrefixed(second)) return counts(second) ? second : undefined;
  const isLocal = /^\s*\(?0(?!0)/.test(plainNumber(first));
  const completed = isLocal || sign === '/' || sign === '／' ? withHeadOf(first, second) : undefined;
  if (completed !== undefined) return completed;
  if (!counts(second)) return undefined;
  const alike = digitsOf(first) === digitsOf(second);
  // A comma between digits is a pause as well.
  const isWeak = /^[/／–—-]/u.test(sign) || (/^[,，]/u.test(sign) && !/^\s/.test(second));
  return isWeak && !(alike && !isPrefixed(first)) ? undefined : second;
}

/** The second with what it leaves out of the first: its area code, where as many digits follow that as the second has. */
function withHeadOf(first: string, second: string): string | undefined {
  const wanted = digitsOf(second);
  const total = [...first.matchAll(/\p{Nd}/gu)].length;
  if (wanted < fewestDigits - 1 || total - wanted < 1 || digitsOf(first) + wanted < digitsOfTwo)
    return undefined;
  const groups = [...first.matchAll(/\p{Nd}+/gu)];
  let digits = 0;
  for (const { 0: group, index } of groups.reverse()) {
    if (digits + group.length > wanted) {
      const cut = index + group.length - (wanted - digits);
      const shared = plainNumber(first.slice(cut)).replace(/\D/g, '').slice(0, 3);
      return plainNumber(second).replace(/\D/g, '').startsWith(shared)
        ? first.slice(0, cut) + bare(second)
        : undefined;
    }
    digits += group.length;
    if (digits === wanted) return index === 0 ? undefined : first.slice(0, index) + bare(second);
  }
  return undefined;
}

function counts(text: string): boolean {
  const digits = digitsOf(text);
  return digits >= fewestDigits && digits <= mostDigits;
}

/** Begins as whole numbers alone do. */
function isPrefixed(text: string): boolean {
  return /^[\s(]*[+0]/.test(plainNumber(text));
}

/** Without a trunk zero in brackets and the prefix for abroad, so that country and area code alone do not count as a number. */
function digitsOf(text: string): number {
  return plainNumber(text)
    .replace(/\(\s*0\s*\)/g, '')
    .replace(/^[\s(]*00(?=[1-9])/, '')
    .replace(/\D/g, '').length;
}

/** Without words and signs around it; what an address says beside the number is a matter of its own. */
function bare(text: string): string {
  if (address.test(text.trim())) return text.trim();
  const from = text.search(/[(\s]*[+＋*#\p{Nd}]/u);
  const kept = text
    .slice(Math.max(0, from))
    .replace(/\([^()\p{Nd}]*\)?\s*$/u, '')
    .replace(/[^\p{Nd}#*)]+$/u, '')
    .trim();
  return kept.includes('(') ? kept : kept.replace(/\)+$/, '').trim();
}
