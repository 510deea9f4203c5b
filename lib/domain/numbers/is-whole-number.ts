import { type CountryCode, Metadata } from 'libphonenumber-js/max';
import { isInUse, isPhoneRegion, type NumberReading } from './read-number.ts';

/** The longest national numbers of plans that are short throughout: Iceland's and Denmark's, and islands with four to seven. */
const longestOfShortPlans = 9;

/**
 * Whether so few digits are a number and not an extension of an exchange: they name a country, begin with the prefix that only
 * whole national numbers have, or are as long as the numbers of a plan that is short throughout.
 */
export function isWholeNumber({ as, phone }: NumberReading, digits: string, region: string): boolean {
  if (as === 'told' || as === 'stray-plus') return true;
  if (as !== 'national' || !isPhoneRegion(region)) return false;
  if (!isInUse(phone)) return false;
  if (digits.startsWith('0')) return phone.nationalDisplay.replace(/\D/g, '') === digits;
  const metadata = new Metadata();
  // isPhoneRegion has found it in the library's own list.
  metadata.selectNumberingPlan(region as CountryCode);
  return Math.max(...(metadata.numberingPlan?.possibleLengths() ?? [])) <= longestOfShortPlans;
}
