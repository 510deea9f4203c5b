import type { Contact } from './contact.ts';
import { regionOfCountry } from './region-of-country.ts';

/** What CRMs call the country of a contact's own address, where it is not the well-known `country`. */
const addressCountry =
  /^(?:(?:primary_|mailing_|home_|postal_)?address_?|mailing_|home_)?country(?:_?name)?$/i;

/** The region that a contact's fields name as its country; undefined where none does. */
export function countryOfFields(fields: Contact['fields']): string | undefined {
  const own = regionOfCountry(fields.country);
  if (own !== undefined) return own;
  for (const [key, value] of Object.entries(fields)) {
    const region = addressCountry.test(key) ? regionOfCountry(value) : undefined;
    if (region !== undefined) return region;
  }
  return undefined;
}
