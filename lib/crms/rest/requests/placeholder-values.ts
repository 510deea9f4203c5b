import type { Identifier } from '../../domain/contact/identifier.ts';
import { parsePhone } from '../../domain/contact/phone.ts';
import { commonSpellings } from '../identifiers/common-spellings.ts';
import { storedText } from '../identifiers/other-identifiers.ts';
import { digitWildcards, phoneVariants } from '../identifiers/phone-variants.ts';

/** What the placeholders of a request stand for. */
export interface PlaceholderValues {
  texts: Readonly<Record<string, string>>;
  lists?: Readonly<Partial<Record<'words' | 'spellings', string[]>>>;
  /** `{changes}`. */
  changes?: Record<string, unknown>;
}

const mostWords = 8;

/** Of an identifier; of a phone number, every spelling that a CRM may look for. `wildcard` stands in `{pattern}`. */
export function valuesOfIdentifier(identifier: Identifier, wildcard: string): PlaceholderValues {
  const { kind, value, scope = '' } = identifier;
  const texts = { value, scope, stored: storedText(identifier) };
  if (kind !== 'phone') return { texts };
  const phone = parsePhone(value, '');
  // Normalised numbers are digits already; nothing else may pass for one.
  const number = value.replace(/[^\d+]/g, '');
  const { e164, national, inEvery, callingCode } = phoneVariants(number);
  return {
    texts: {
      ...texts,
      e164,
      national,
      callingCode,
      digits: number.replace(/\D/g, ''),
      country: phone?.country ?? '',
      international: phone?.display ?? number,
      local: phone?.nationalDisplay ?? number,
      pattern: digitWildcards(inEvery, wildcard),
    },
    lists: { spellings: commonSpellings(value) },
  };
}

export function valuesOfQuery(query: string): PlaceholderValues {
  const text = query.trim();
  return { texts: { query: text }, lists: { words: text.split(/\s+/).slice(0, mostWords) } };
}

/** The same and more. */
export function withTexts(values: PlaceholderValues, texts: Record<string, string>): PlaceholderValues {
  return { ...values, texts: { ...values.texts, ...texts } };
}
