import type { Identifier } from '../../domain/contact/identifier.ts';
import { parsePhone } from '../../domain/numbers/phone.ts';
import type { ParsedPhone } from '../../domain/numbers/read-number.ts';
import { spellingsOf } from './phone-variants.ts';

/**
 * The digits of the ways in which people type one number, for CRMs that keep the digits apart: with the country code, with
 * `00`, as at home, and with the zero of home behind the country code. Each once, the likeliest number first.
 */
export function commonDigits(identifier: Identifier): string[] {
  return [...new Set(spellingsOf(identifier).flatMap(digitsOfOne))];
}

function digitsOfOne(value: string): string[] {
  const phone = parsePhone(value, '');
  const digits = value.replace(/\D/g, '');
  if (!phone) return [digits];
  const { callingCode, national } = phone;
  const home = phone.nationalDisplay.replace(/\D/g, '');
  return [
    digits,
    `00${digits}`,
    home,
    national,
    ...dialled(phone),
    `${callingCode}${home}`,
    `00${callingCode}${home}`,
  ];
}

/**
 * The ways in which people type one number, for CRMs that compare text: E.164, international, with `00`, national, each
 * with and without spaces, dots or dashes. The normalised number first, then the spellings of what else it may be; each once.
 */
export function commonSpellings(identifier: Identifier): string[] {
  return [...new Set(spellingsOf(identifier).flatMap(spellingsOfOne))];
}

function spellingsOfOne(value: string): string[] {
  const phone = parsePhone(value, '');
  if (!phone) return [value];
  const { nationalDisplay: national, display: international } = phone;
  const digits = national.replace(/\D/g, '');
  const spaced = international.slice(1);
  return [
    value,
    international,
    `00${value.slice(1)}`,
    `00${spaced}`,
    `00 ${spaced}`,
    national,
    digits,
    ...dialled(phone),
    ...['.', '-', ' '].map((mark) => national.replace(/\D+/g, mark).replace(/^\W/, '')),
  ];
}

/** A number that is not in use, by what the library knows, comes without the zero that people dial before it. */
function dialled({ callingCode, national }: ParsedPhone): string[] {
  return callingCode === '1' ? [] : [`0${national}`];
}
