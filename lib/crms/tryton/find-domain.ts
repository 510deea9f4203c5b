import type { Identifier } from '../../domain/contact/identifier.ts';
import { typedWords } from '../../domain/search/query-words.ts';
import { allDigitPatterns, digitWildcards, spellingsOf } from '../identifiers/phone-variants.ts';
import { apostrophes } from '../records/text-search.ts';
import { heldKinds, phoneTypes } from './party.ts';

/** Tryton's search clause; `where` ties conditions to one and the same row. */
export type Domain = unknown[];

/**
 * The parties that may carry an identifier; they are compared once more afterwards. Where the server can read numbers,
 * `value_compact` is E.164; where it cannot, it is what was typed, and only the digits in their order find it.
 * undefined for what Tryton cannot hold.
 */
export function domainOfIdentifier(identifier: Identifier): Domain | undefined {
  const { kind, value } = identifier;
  const row = (...conditions: unknown[]): Domain => [['contact_mechanisms', 'where', conditions]];
  if (kind === 'phone') {
    const typed = allDigitPatterns(identifier).map((text) => ['value', 'like', text]);
    const e164 = spellingsOf(identifier);
    const compact = e164.length === 1 ? ['value_compact', '=', value] : ['value_compact', 'in', e164];
    return row(['type', 'in', phoneTypes], ['OR', compact, ...typed]);
  }
  if (kind === 'email') return row(['type', '=', 'email'], ['value', 'ilike', literal(value)]);
  if (!heldKinds.some((held) => held === kind)) return undefined;
  return row(['type', '=', 'other'], ['value', 'ilike', `${kind}:%${literal(value)}`]);
}

/**
 * Every word somewhere in the name, the code or what reaches the party, or in one of its patterns; digits also in whatever
 * spelling.
 */
export function domainOfSearch(query: string, patterns: (word: string) => string[] = () => []): Domain {
  const digits = query.replace(/\D/g, '');
  const clauses = typedWords(query).map((word) => {
    const texts = [literal(word).replace(apostrophes, '_'), ...patterns(word)];
    const [first, ...others] = texts.map((text) => ['rec_name', 'ilike', `%${text}%`]);
    return others.length === 0 ? first : ['OR', first, ...others];
  });
  if (digits.length < 4 || /\p{L}/u.test(query)) return clauses;
  // The national prefix is not in a number's international spelling.
  const typed = digitWildcards(digits.replace(/^0+/, ''));
  return [
    'OR',
    clauses,
    [
      [
        'contact_mechanisms',
        'where',
        [
          ['type', 'in', phoneTypes],
          ['value', 'like', typed],
        ],
      ],
    ],
  ];
}

/** Text in which `like` sees no wildcard. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
