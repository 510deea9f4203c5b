import { parsePhone } from '../../domain/contact/phone.ts';

/** What one number may look like in a CRM that searches text. All digits alone, but for `e164`. */
export interface PhoneVariants {
  /** With the plus, such as `+33199004217`. */
  e164: string;
  /** Without country code and trunk prefix, such as `199004217`. */
  national: string;
  /** The digits that every spelling of the number has, in this order: for a search with anything between them. */
  inEvery: string;
  /** Country code, such as `33`; empty where it is unknown. */
  callingCode: string;
}

/** Reads a normalised number. One that cannot be placed is its own national number. */
export function phoneVariants(value: string): PhoneVariants {
  const phone = parsePhone(value, '');
  const national = phone?.national ?? value.replace(/\D/g, '');
  return {
    e164: value,
    national,
    // A mobile number of Argentina has a 9 in front abroad, and a 15 behind its area code at home.
    inEvery: phone?.callingCode === '54' ? national.replace(/^9(?=\d{10}$)/, '') : national,
    callingCode: phone?.callingCode ?? '',
  };
}

/** The digits with a wildcard around each, so that any spacing between them matches: `%1%9%9%`. */
export function digitWildcards(national: string, wildcard = '%'): string {
  return `${wildcard}${[...national].join(wildcard)}${wildcard}`;
}
