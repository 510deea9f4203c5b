import type { Identifier } from '../../domain/contact/identifier.ts';
import { type IdentifierFields, storedText } from '../identifiers/other-identifiers.ts';
import { digitPatterns } from '../identifiers/phone-variants.ts';
import { likeWord } from '../records/text-search.ts';

/**
 * The `filter` that finds who carries an identifier. Numbers stand there in any spelling, so a wildcard goes between all
 * digits; addresses in any case. undefined for a kind that a person has no field for.
 */
export function identifierFilter(identifier: Identifier, fields: IdentifierFields): string | undefined {
  if (identifier.kind === 'phone') {
    const each = digitPatterns(identifier).flatMap((digits) => [
      `phones.primaryPhoneNumber[like]:"${digits}"`,
      `phones.additionalPhones[like]:"${digits}"`,
    ]);
    return anyOf(each);
  }
  if (identifier.kind === 'email') {
    const value = quotable(identifier.value);
    return anyOf([`emails.primaryEmail[ilike]:"${value}"`, `emails.additionalEmails[like]:"%${value}%"`]);
  }
  const slots = fields[identifier.kind] ?? [];
  const value = quotable(storedText(identifier));
  return slots.length === 0 ? undefined : anyOf(slots.map((field) => `${field}[like]:"${value}"`));
}

/** Each of the words in the first name, the last name or an address; with `patterns`, in one of its patterns in a name. */
export function textFilter(words: string[], patterns: (word: string) => string[] = () => []): string {
  const names = ['name.firstName', 'name.lastName'];
  const each = words.map((typed) => {
    const word = likeWord(typed, grammar);
    return anyOf([
      ...[word, ...patterns(typed)].flatMap((text) => names.map((field) => `${field}[ilike]:"%${text}%"`)),
      `emails.primaryEmail[ilike]:"%${word}%"`,
      ...(word.includes('@') ? [`emails.additionalEmails[like]:"%${word}%"`] : []),
    ]);
  });
  return each.length === 1 ? (each[0] ?? '') : `and(${each.join(',')})`;
}

/** By the ids of records. */
export function idFilter(ids: string[]): string {
  return anyOf(ids.map((id) => `id[eq]:"${quotable(id)}"`));
}

function anyOf(conditions: string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? '') : `or(${conditions.join(',')})`;
}

const grammar = /["\\()[\],:]/g;

/** What means something to the filter's own grammar becomes "any one character"; what comes back is compared again. */
function quotable(text: string): string {
  return text.replace(grammar, '_');
}
