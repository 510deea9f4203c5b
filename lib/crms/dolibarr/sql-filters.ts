import type { Identifier } from '../../domain/contact/identifier.ts';
import { typedWords } from '../../domain/search/query-words.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import { digitPatterns, digitWildcards } from '../identifiers/phone-variants.ts';

/** The names of columns differ from those of the JSON: `phone_pro` is `phone`, extra fields are in a table of their own. */
function columnOf(field: string): string {
  if (field === 'phone_pro') return 't.phone';
  return field.startsWith('options_') ? `te.${field.slice('options_'.length)}` : `t.${field}`;
}

/**
 * The contacts that may carry an identifier, over every slot of its kind; they are compared once more afterwards. Numbers
 * are stored as they were typed: the digits in their order find every spelling. undefined for what no slot can hold.
 */
export function filterOfIdentifier(identifier: Identifier, slots: IdentifierFields): string | undefined {
  const { kind, value } = identifier;
  const fields = slots[kind];
  if (!fields) return undefined;
  const plain = literal(value);
  // A field of one's own may hold the sign in front and the scope behind.
  const wanted = kind === 'phone' ? digitPatterns(identifier) : [kind === 'email' ? plain : `%${plain}%`];
  return or(fields.flatMap((field) => wanted.map((text) => like(columnOf(field), text))));
}

const namedBy = ['t.lastname', 't.firstname', 't.email'];

/** Every word in a name or the e-mail address; a number in any slot. undefined without a word. */
export function filterOfSearch(query: string): string | undefined {
  const words = typedWords(query);
  const digits = query.replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length >= 4 && !/\p{L}/u.test(query)) {
    const typed = digitWildcards(digits);
    return or(['t.phone', 't.phone_mobile', 't.phone_perso'].map((column) => like(column, typed)));
  }
  if (words.length === 0) return undefined;
  return words
    .map((word) => or(namedBy.map((column) => like(column, `%${literal(word)}%`))))
    .map((clause) => `(${clause})`)
    .join(' and ');
}

function like(column: string, value: string): string {
  return `(${column}:like:'${value}')`;
}

function or(clauses: string[]): string {
  return clauses.join(' or ');
}

/** Quotes and brackets break the filter, escaped or not: any one character stands for each. */
function literal(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}@.+ -]/gu, '_');
}
