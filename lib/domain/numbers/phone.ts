import { type ParsedPhone, readNumber } from './read-number.ts';
import { takeApart } from './take-apart.ts';

/** The likeliest reading of a number in any spelling; undefined where it cannot be a number (read-number.ts). */
export function parsePhone(text: string, region: string): ParsedPhone | undefined {
  return readNumber(text, region)[0]?.phone;
}

/** True where a number is written with its country code: with `+`, or dialled with `00`. */
export function isInternational(text: string): boolean {
  return /^(?:\+|00)/.test(takeApart(text).number);
}
