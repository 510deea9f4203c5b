import {
  type CountryCode,
  getCountries,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** A phone number as a person typed it or a host sent it, read. */
export interface ParsedPhone {
  /** E.164, such as `+33199004217`. */
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
 * Reads a number in any spelling: E.164, national in `region`, spaces, dots, brackets, `00`, `tel:`, an extension behind.
 * undefined where it cannot be a number. Only lengths are checked, not whether the number is in use: a caller's number
 * that the metadata does not know yet must still find its contact. Source: libphonenumber-js, "min" metadata.
 */
export function parsePhone(text: string, region: string): ParsedPhone | undefined {
  const cleaned = text
    .trim()
    .replace(/^(?:tel|sips?):/i, '')
    .replace(/[;@].*$/s, '');
  if (cleaned.length > 64) return undefined;
  return (
    read(cleaned, region) ??
    (/^\s*00[1-9]/.test(cleaned) ? read(cleaned.replace(/^\s*00/, '+'), region) : undefined)
  );
}

/** Every country (ISO 3166-1 alpha-2) with a numbering plan of its own. */
export function phoneRegions(): readonly string[] {
  return getCountries();
}

export function isPhoneRegion(code: string): boolean {
  return isSupportedCountry(code);
}

/** True where a number is written with its country code: with `+`, or dialled with `00`. */
export function isInternational(text: string): boolean {
  return /^\s*(?:tel:|sips?:)?\s*(?:\+|00)/i.test(text);
}

function read(text: string, region: string): ParsedPhone | undefined {
  // The library's own type lists the regions; one it does not know is read as "no default".
  const phone = parsePhoneNumberFromString(text, region as CountryCode);
  if (!phone?.isPossible()) return undefined;
  return {
    e164: phone.number,
    display: phone.formatInternational(),
    ...(phone.country && { country: phone.country }),
    callingCode: phone.countryCallingCode,
    national: phone.nationalNumber,
    nationalDisplay: phone.formatNational(),
  };
}
