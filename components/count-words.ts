import type { IdentifierKind } from '../lib/domain/identifier.ts';
import { identifierNoun } from './identifier-words.ts';

const rules = new Intl.PluralRules('en');

/** `1 contact`, `2 contacts`: the number and the form that goes with it. The one place where words follow a number. */
export function counted(count: number, one: string, other: string): string {
  return `${count} ${rules.select(count) === 'one' ? one : other}`;
}

/** `1 contact has this number`, `4 contacts have this e-mail address`. */
export function carriersWords(count: number, kind: IdentifierKind): string {
  return `${counted(count, 'contact has', 'contacts have')} this ${identifierNoun(kind)}`;
}
