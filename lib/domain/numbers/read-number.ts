import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { subscriberKey } from './subscriber.ts';
import { takeApart } from './take-apart.ts';

/** A phone number as a person typed it or a host sent it, read. */
export interface ParsedPhone {
  /** E.164, such as `+33199004217`: as it was told, not the subscriber key. */
  e164: string;
  /** For eyes: the international spelling, such as `+33 1 99 00 42 17`. */
  display: string;
  /** ISO 3166-1 alpha-2, where the number belongs to one country. */
  country?: string;
  /** Country code, such as `33`. */
  callingCode: string;
  /** Digits without country code and trunk prefix, such as `199004217`: what every spelling of the number ends in. */
  national: string;
  /** As it is typed within its country, such as `01 99 00 42 17`. */
  nationalDisplay: string;
}

/**
 * `told`: with its country code, as it stands. `national`: in the region. `without-plus`: the country code stands there, and
 * nothing says so. `stray-plus`: a plus before the national spelling.
 */
export type ReadAs = 'told' | 'national' | 'without-plus' | 'stray-plus';

export interface NumberReading {
  phone: ParsedPhone;
  as: ReadAs;
}

/** Numbers that hide or show the own number in one country only, dialled before another. */
const privacyCodes: Readonly<Record<string, RegExp>> = {
  AU: /^183[12]/,
  // The called side pays: 90 and a carrier.
  BR: /^90\d\d(?=[1-9]\d{9,10}$)/,
  ES: /^06[78]/,
  FR: /^3651/,
  GB: /^(?:141|1470)/,
  HK: /^133/,
  IE: /^14[12]/,
  JP: /^18[46]/,
  NZ: /^019[67]/,
  US: /^11(?:67|82)/,
  CA: /^11(?:67|82)/,
};
/** Prefixes that a plan has given up, still typed and stored: Mexico's for long distance and mobiles, Ukraine's 8. */
const formerPrefixes: Readonly<Record<string, RegExp>> = {
  MX: /^(?:01|04[45]|1)(?=\d{10}$)/,
  UA: /^8(?=0\d{9}$)/,
};
/** Northern Ireland from the Republic is dialled as an area of its own. */
const neighbours: Readonly<Record<string, readonly [RegExp, string]>> = { IE: [/^048(?=\d{8}$)/, '+4428'] };

/** A text without its plus that is shorter is no number of another country: too many local ones would pass for one. */
const fewestWithoutPlus = 8;
/** The same of one that the metadata do not know, beside one at home that they do. */
const fewestUnknown = 10;

/**
 * What a text may be as a number, likeliest first, by the rules of the plans; none where it cannot be one. Where the length
 * alone fits, and nothing else does, that counts: a number that the metadata does not know yet must still find its contact.
 * Source: libphonenumber-js, "max" metadata.
 */
export function readNumber(text: string, region: string): NumberReading[] {
  const { number } = takeApart(text);
  const digits = number.replace(/\D/g, '');
  if (digits.length < 3 || digits.length > 24 || /\p{L}/u.test(number)) return [];
  const read = (one: string) => (one.startsWith('+') ? readTold(one, region) : readUntold(one, region));
  const whole = read(number);
  // `…/24` behind a number is another end of it, or an extension; within a number it is a sign like others.
  const before = /^(.*\d)\s*\/\s*\d{1,3}$/.exec(number)?.[1];
  const isOne = before === undefined || whole.some(({ phone }) => isInUse(phone));
  const cut = isOne ? [] : read(before);
  const found = cut[0] && isInUse(cut[0].phone) ? cut : whole;
  const each = new Map(found.map((reading) => [reading.phone.e164, reading]));
  return [...each.values()];
}

/** Every country (ISO 3166-1 alpha-2) with a numbering plan of its own. */
export function phoneRegions(): readonly string[] {
  return getCountries();
}

export function isPhoneRegion(code: string): boolean {
  return isSupportedCountry(code);
}

function readTold(number: string, region: string): NumberReading[] {
  const digits = number.replace(/\D/g, '');
  // No country code begins with 0.
  if (digits.startsWith('00')) return readTold(`+${digits.slice(2)}`, region);
  if (digits.startsWith('0')) return asStray(readUntold(digits, region));
  const told = parse(number, undefined);
  const former = formerSpelling(`+${digits}`);
  if (told?.isValid()) return [{ phone: phoneOf(told), as: 'told' }];
  if (former) return [{ phone: former, as: 'told' }];
  // A whole national number, with the prefix that the plan wants: else any number of a new range would pass for one at home.
  const stray = asStray(
    readUntold(digits, region).filter(
      ({ as, phone }) => as === 'national' && isInUse(phone) && isWhole(phone, digits),
    ),
  );
  return told?.isPossible() ? [{ phone: phoneOf(told), as: 'told' }, ...stray] : stray;
}

function readUntold(number: string, region: string): NumberReading[] {
  const digits = number.replace(/\D/g, '');
  const home = parse(number, region);
  // 00 is for abroad nearly everywhere; some countries have longer prefixes that begin so.
  const abroadBy00 = /^00[1-9]/.test(digits) ? readTold(`+${digits.slice(2)}`, region) : [];
  const [first] = abroadBy00;
  if (first?.as === 'told' && (isInUse(first.phone) || !home?.isValid()))
    return home?.isValid() ? [first, readingOf(home, digits, region)] : abroadBy00;
  const neighbour = neighbours[region];
  if (neighbour?.[0].test(digits)) return readTold(digits.replace(...neighbour), region);
  if (!home?.isValid()) {
    const rest = [privacyCodes[region], formerPrefixes[region]].flatMap((prefix) =>
      prefix?.test(digits) ? readUntold(digits.replace(prefix, ''), region) : [],
    );
    if (rest[0] && isInUse(rest[0].phone)) return rest;
  }
  const abroad =
    digits.startsWith('0') || digits.length < fewestWithoutPlus ? undefined : parse(`+${digits}`, undefined);
  return ranked({ digits, region, home: possible(home), abroad: possible(abroad) });
}

interface Candidates {
  digits: string;
  region: string;
  home: PhoneNumber | undefined;
  abroad: PhoneNumber | undefined;
}

function ranked({ digits, region, home, abroad }: Candidates): NumberReading[] {
  const national = home && readingOf(home, digits, region);
  const withoutPlus = abroad && { phone: phoneOf(abroad), as: 'without-plus' as const };
  const whole = national !== undefined && isWhole(national.phone, digits);
  if (abroad?.isValid() && withoutPlus) {
    if (!national) return [withoutPlus];
    return home?.isValid() && whole ? [national, withoutPlus] : [withoutPlus, national];
  }
  if (home?.isValid() && national)
    return whole || !withoutPlus || digits.length < fewestUnknown ? [national] : [national, withoutPlus];
  const code = isSupportedCountry(region) ? getCountryCallingCode(region) : undefined;
  const former = code && formerSpelling(`+${code}${digits.replace(/^0(?=\d{8})/, '')}`);
  if (former) return [{ phone: former, as: 'national' }];
  const formerAbroad = digits.startsWith('0') ? undefined : formerSpelling(`+${digits}`);
  if (formerAbroad) return [{ phone: formerAbroad, as: 'without-plus' }];
  return national ? [national] : withoutPlus ? [withoutPlus] : [];
}

/** The prefix for abroad, and the country code alone, are read by the library too. */
function readingOf(home: PhoneNumber, digits: string, region: string): NumberReading {
  const own = isSupportedCountry(region) ? getCountryCallingCode(region) : '';
  const phone = phoneOf(home);
  // In North America the country code is the prefix within the country too.
  if (phone.e164 === `+${digits}` && own !== '1') return { phone, as: 'without-plus' };
  const isDialledAbroad = digits.endsWith(phone.e164.slice(1)) && own !== '1';
  return { phone, as: home.countryCallingCode === own && !isDialledAbroad ? 'national' : 'told' };
}

function asStray(readings: NumberReading[]): NumberReading[] {
  return readings.map(({ phone }) => ({ phone, as: 'stray-plus' }));
}

/** A spelling that the plan has given up is not in the metadata, but its key is. What is shown and dialled stays as told. */
function formerSpelling(e164: string): ParsedPhone | undefined {
  const key = subscriberKey(e164);
  const phone = key === e164 ? undefined : parse(key, undefined);
  if (!phone?.isValid()) return undefined;
  const callingCode = parse(e164, undefined)?.countryCallingCode ?? phone.countryCallingCode;
  const national = e164.slice(1 + callingCode.length);
  return { ...phoneOf(phone), e164, display: e164, callingCode, national, nationalDisplay: national };
}

/** Where the plan wants a prefix that is not there, the digits are no whole national number. */
function isWhole({ nationalDisplay }: ParsedPhone, digits: string): boolean {
  return nationalDisplay.replace(/\D/g, '') === digits;
}

/** True where the metadata know such numbers. */
export function isInUse({ e164 }: ParsedPhone): boolean {
  return parse(subscriberKey(e164), undefined)?.isValid() ?? false;
}

function possible(phone: PhoneNumber | undefined): PhoneNumber | undefined {
  return phone?.isPossible() ? phone : undefined;
}

function parse(text: string, region: string | undefined): PhoneNumber | undefined {
  // The library's own type lists the regions; one that it does not know is read as none.
  return parsePhoneNumberFromString(text, region as CountryCode | undefined);
}

function phoneOf(phone: PhoneNumber): ParsedPhone {
  return {
    e164: phone.number,
    display: phone.formatInternational(),
    ...(phone.country && { country: phone.country }),
    callingCode: phone.countryCallingCode,
    national: phone.nationalNumber,
    nationalDisplay: phone.formatNational(),
  };
}
