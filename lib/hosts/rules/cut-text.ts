import { type Taken, takeFrom } from './take-from.ts';

/** Longest text that a rule looks at (T1); no pattern of a rule takes long on it. */
const maxLength = 512;
const compiled = new Map<string, RegExp | null>();

export interface Cut {
  match?: string | undefined;
  group?: number | undefined;
  decode?: true | undefined;
  take?: Taken | undefined;
  map?: Record<string, string> | undefined;
}

/** White space is one blank, and nothing at the ends; at most 512 characters. */
export function tidy(text: string): string {
  return text
    .slice(0, maxLength * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxLength);
}

/**
 * What a rule takes of a text: the part that fits its pattern, of that the address, number or name, looked up in its table.
 * Empty where nothing fits.
 */
export function cutText(raw: string, { match, group, decode, take, map }: Cut): string {
  let text = tidy(raw);
  if (match !== undefined) {
    const found = compile(match)?.exec(text);
    text = (found?.[group ?? (found.length > 1 ? 1 : 0)] ?? '').trim();
  }
  if (decode) text = decoded(text);
  if (take !== undefined) text = takeFrom(text, take);
  return map === undefined || text === '' ? text : lookUp(map, text);
}

/** A blank may be a plus sign. What is not well formed stays as it is. */
function decoded(text: string): string {
  try {
    return tidy(decodeURIComponent(text.replaceAll('+', ' ')));
  } catch {
    return text;
  }
}

export function fits(raw: string, pattern: string): boolean {
  return compile(pattern)?.test(tidy(raw)) === true;
}

export function isOneOf(raw: string, words: readonly string[]): boolean {
  const text = tidy(raw).toLowerCase();
  return words.some((word) => word.toLowerCase() === text);
}

function lookUp(map: Record<string, string>, text: string): string {
  const lower = text.toLowerCase();
  const key = Object.keys(map).find((word) => word.toLowerCase() === lower);
  return map[key ?? '*'] ?? text;
}

/** A pattern that this browser does not know fits nothing. */
function compile(pattern: string): RegExp | null {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    try {
      expression = new RegExp(pattern, 'iu');
    } catch {
      expression = null;
    }
    compiled.set(pattern, expression);
  }
  return expression;
}
