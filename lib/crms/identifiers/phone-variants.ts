import { type Identifier, readingsOf } from '../../domain/contact/identifier.ts';
import { parsePhone } from '../../domain/numbers/phone.ts';
import { subscriberSpellings } from '../../domain/numbers/subscriber.ts';

/** What one number may look like in a CRM that compares digits; of each the likeliest first. All digits alone, but for `e164s`. */
export interface PhoneVariants {
  /** With the plus, such as `+33199004217`: every reading, in every spelling of its subscriber. */
  e164s: string[];
  /** Without country code and trunk prefix, such as `199004217`. */
  nationals: string[];
  /** Country code of the likeliest, such as `33`; empty where it is unknown. */
  callingCode: string;
}

/** Reads a normalised number with its readings. One that cannot be placed is its own national number. */
export function phoneVariants(identifier: Identifier): PhoneVariants {
  const e164s = spellingsOf(identifier);
  const nationals = e164s.map((value) => nationalOf(value));
  return {
    e164s,
    nationals: [...new Set(nationals)],
    callingCode: parsePhone(identifier.value, '')?.callingCode ?? '',
  };
}

/** Every number in E.164 that the identifier may be, in every spelling of its subscriber. */
export function spellingsOf(identifier: Identifier): string[] {
  return [...new Set(readingsOf(identifier).flatMap(({ value }) => subscriberSpellings(value)))];
}

/** Shorter, and too many other numbers have the same digits somewhere in the same order. */
const fewestLoose = 8;

/**
 * For a search with wildcards: texts of which each spelling of the number matches one, whatever stands between its digits,
 * such as `%1%9%9%`. As few as will do, mostly one.
 */
export function digitPatterns(identifier: Identifier, wildcard = '%'): string[] {
  const { nationals } = phoneVariants(identifier);
  // Whatever has more digits between matches as well.
  const least = nationals.filter(
    (one, at) => !nationals.some((other, there) => there !== at && isWithin(other, one) && other !== one),
  );
  const patterns = least.flatMap((national) => patternsOf(national, identifier, wildcard));
  return [...new Set([...patterns, ...zerosOf(identifier).flatMap((zero) => inDigits(patterns, zero))])];
}

/** The same, with Arabic digits wherever the number is from: they come with contacts copied from telephones. For one request. */
export function allDigitPatterns(identifier: Identifier): string[] {
  const patterns = digitPatterns(identifier);
  return [...new Set([...patterns, ...inDigits(patterns, arabicZero)])];
}

/** The zeros of the digits that people in these countries type beside the usual ones. */
const ownZeros: [countries: string[], zero: number][] = [
  [['AE', 'BH', 'EG', 'IQ', 'JO', 'KW', 'LB', 'LY', 'OM', 'PS', 'QA', 'SA', 'SD', 'SY', 'YE'], 0x660],
  [['AF', 'IR', 'PK'], 0x6f0],
  [['IN', 'NP'], 0x966],
  [['BD'], 0x9e6],
  [['TH'], 0xe50],
  [['MM'], 0x1040],
  [['KH'], 0x17e0],
  [['CN', 'HK', 'JP', 'KR', 'TW'], 0xff10],
];
const arabicZero = 0x660;

/** A CRM's database takes digits of other scripts for other signs. */
function zerosOf(identifier: Identifier): number[] {
  const countries = readingsOf(identifier).flatMap(({ value }) => parsePhone(value, '')?.country ?? []);
  return ownZeros.flatMap(([own, zero]) =>
    countries.some((country) => own.includes(country)) ? [zero] : [],
  );
}

function inDigits(patterns: string[], zero: number): string[] {
  return patterns.map((pattern) =>
    pattern.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit))),
  );
}

/** The digits with a wildcard around each, so that any spacing between them matches: `%1%9%9%`. */
export function digitWildcards(digits: string, wildcard = '%'): string {
  return `${wildcard}${[...digits].join(wildcard)}${wildcard}`;
}

function patternsOf(national: string, { value }: Identifier, wildcard: string): string[] {
  if (national.length >= fewestLoose) return [digitWildcards(national, wildcard)];
  const around = (groups: string[]) => `${wildcard}${groups.join(wildcard)}${wildcard}`;
  const shown = (parsePhone(value, '')?.display ?? '').split(/\D+/).slice(2);
  const written = shown.join('') === national ? shown : [national];
  return [around(written), around(national.match(/\d{1,2}(?=(?:\d\d)*$)/g) ?? [national])];
}

function nationalOf(e164: string): string {
  return parsePhone(e164, '')?.national ?? e164.replace(/\D/g, '');
}

/** True where `longer` has all digits of `shorter`, in their order. */
function isWithin(shorter: string, longer: string): boolean {
  let at = 0;
  for (const digit of longer) if (digit === shorter[at]) at += 1;
  return at === shorter.length;
}
