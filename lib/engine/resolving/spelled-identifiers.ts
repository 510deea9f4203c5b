import type { Contact, ContactChange } from '../../domain/contact/contact.ts';
import { countryOfFields } from '../../domain/contact/country-of-fields.ts';
import { normaliseIdentifier } from '../../domain/contact/normalise-identifier.ts';

/**
 * What an agent typed, its identifiers in the one spelling in which CRMs compare them; what cannot be read goes as it was
 * typed. A number without a country code is one of the contact's country, as the agent writes it or as it was `before`.
 */
export function spelledIdentifiers<Typed extends Pick<ContactChange, 'identifiers' | 'fields'>>(
  typed: Typed,
  { region, before }: { region: string; before?: Contact | undefined },
): Typed {
  if (!typed.identifiers) return typed;
  const country = countryOfFields({ ...before?.fields, ...typed.fields });
  const identifiers = typed.identifiers.map(({ display: _, country: __, readings: ___, ...one }) => ({
    ...one,
    ...normaliseIdentifier(one, { region: country ?? region }),
  }));
  return { ...typed, identifiers };
}
