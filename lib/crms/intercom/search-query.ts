import type { Identifier } from '../../domain/contact/identifier.ts';
import { typedWords } from '../../domain/search/query-words.ts';
import { commonSpellings } from '../identifiers/common-spellings.ts';
import { type IdentifierFields, storedText } from '../identifiers/other-identifiers.ts';
import { phoneVariants } from '../identifiers/phone-variants.ts';

interface Filter {
  field: string;
  /** `~` contains. */
  operator: '=' | '~';
  value: string;
}
/** Two levels at most, fifteen in a group. */
export type SearchQuery = Filter | { operator: 'AND' | 'OR'; value: SearchQuery[] };

const mostFilters = 15;

/** Whoever may carry an identifier; compared once more afterwards. undefined for what Intercom has no place for. */
export function queryOfIdentifier(identifier: Identifier, slots: IdentifierFields): SearchQuery | undefined {
  const { kind } = identifier;
  const fields = slots[kind];
  if (!fields) return undefined;
  if (kind === 'phone') {
    const spelled = commonSpellings(identifier).map(
      (text): Filter => ({ field: 'phone', operator: '=', value: text }),
    );
    const digits = phoneVariants(identifier).nationals.map(
      (text): Filter => ({ field: 'phone', operator: '~', value: text }),
    );
    return any([...digits, ...spelled]);
  }
  const text = storedText(identifier);
  const texts = kind === 'email' ? [text] : [text, `@${text}`];
  return any(fields.flatMap((field) => texts.map((one): Filter => ({ field, operator: '=', value: one }))));
}

/** Every word in the name, the e-mail address or the number; undefined without a word. */
export function queryOfText(text: string): SearchQuery | undefined {
  const words = typedWords(text);
  if (words.length === 0) return undefined;
  const value = words.map((word) =>
    any(['name', 'email', 'phone'].map((field): Filter => ({ field, operator: '~', value: word }))),
  );
  return { operator: 'AND', value };
}

function any(value: SearchQuery[]): SearchQuery {
  return { operator: 'OR', value: value.slice(0, mostFilters) };
}
