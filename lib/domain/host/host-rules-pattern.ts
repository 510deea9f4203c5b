import * as z from 'zod/mini';
import { type Expectation, messageOf } from '../text/file-problem.ts';

/** Longest text that a pattern is tried on; what is longer is cut first. */
export const maxPatternInput = 512;
const maxPatternLength = 200;
/** Steps that the worst input may cost: two unbounded repetitions, or one where the beginning is not fixed, and some more. */
const maxCost = 8 * maxPatternInput ** 2;

/**
 * A regular expression as data, compiled with the flags `iu`. Only a subset is taken, in which no input of
 * `maxPatternInput` characters can take long: no repetition within a repetition, no choice within one, no look-around, no
 * references back, and few repetitions in all.
 */
export const patternSchema = z.string().check(
  z.minLength(1),
  z.maxLength(maxPatternLength),
  z.refine((pattern) => patternProblem(pattern) === undefined, {
    error: ({ input }) => messageOf(...(patternProblem(String(input)) ?? ['regular-expression'])),
  }),
);

/** What a pattern must be and is not; undefined where it may be used. */
export function patternProblem(pattern: string): Expectation | undefined {
  if (pattern.length > maxPatternLength) return ['at-most', maxPatternLength, 'characters'];
  try {
    new RegExp(pattern, 'iu');
  } catch {
    return ['regular-expression'];
  }
  const reading = { pattern, at: 0, optional: 0 };
  try {
    const cost = readChoice(reading);
    const fixed = pattern.startsWith('^') && !reading.pattern.includes('|');
    if (cost * (fixed ? 1 : maxPatternInput) <= maxCost) return undefined;
    return ['fewer-repetitions'];
  } catch (error) {
    if (error instanceof Refused) return error.expected;
    throw error;
  }
}

class Refused extends Error {
  readonly expected: Expectation;

  constructor(...expected: Expectation) {
    super(expected[0]);
    this.expected = expected;
  }
}

interface Reading {
  pattern: string;
  at: number;
  /** How many parts so far may be left out. */
  optional: number;
}

/** Alternatives up to the end or a closing bracket: what the worst of inputs makes an engine try, as a factor. */
function readChoice(reading: Reading): number {
  let cost = readSequence(reading);
  while (reading.pattern[reading.at] === '|') {
    reading.at += 1;
    cost += readSequence(reading);
  }
  return cost;
}

function readSequence(reading: Reading): number {
  let cost = 1;
  while (reading.at < reading.pattern.length && !'|)'.includes(reading.pattern[reading.at] ?? '')) {
    const { optional } = reading;
    const inner = readAtom(reading);
    const within = reading.optional;
    const varies = inner > 1 || within > optional;
    const most = readRepetition(reading);
    const ways = reading.optional > within ? 2 : 1;
    // What is repeated and may be of several lengths can be cut up in more ways than anybody can try.
    if (varies && most > 1) throw new Refused('no-nested-repetition');
    cost *= inner * most * ways;
  }
  return cost;
}

function readAtom(reading: Reading): number {
  const { pattern } = reading;
  const character = pattern[reading.at++];
  if (character === '(') return readGroup(reading);
  if (character === '[') {
    while (pattern[reading.at] !== ']') reading.at += pattern[reading.at] === '\\' ? 2 : 1;
    reading.at += 1;
  }
  if (character === '\\') readEscape(reading);
  return 1;
}

function readGroup(reading: Reading): number {
  if (reading.pattern[reading.at] === '?') {
    if (reading.pattern[reading.at + 1] !== ':') throw new Refused('no-look-around');
    reading.at += 2;
  }
  const cost = readChoice(reading);
  reading.at += 1;
  return cost;
}

function readEscape(reading: Reading): void {
  const escaped = reading.pattern[reading.at++] ?? '';
  if (/[1-9k]/.test(escaped)) throw new Refused('no-back-reference');
  if (/[pPu]/.test(escaped) && reading.pattern[reading.at] === '{')
    reading.at = reading.pattern.indexOf('}', reading.at) + 1;
}

/** How often what stands before may come, at most; 1 where nothing is said, 2 where it may be left out. */
function readRepetition(reading: Reading): number {
  const found = /^(?:[*+?]|\{\d+(,\d*)?\})\??/.exec(reading.pattern.slice(reading.at))?.[0];
  if (found === undefined) return 1;
  reading.at += found.length;
  // It repeats nothing; whoever asks doubles the work.
  if (found.startsWith('?')) {
    reading.optional += 1;
    return 1;
  }
  if (!found.startsWith('{')) return maxPatternInput;
  const numbers = found.match(/\d+/g) ?? [];
  const most = found.includes(',') ? numbers[1] : numbers[0];
  return most === undefined ? maxPatternInput : Math.min(Number(most), maxPatternInput);
}
