import type { Contact } from '../../domain/contact/contact.ts';
import { takeApart } from '../../domain/numbers/take-apart.ts';

/**
 * A coarse key under which every spelling of one identifier falls, whatever its kind, scope, region or punctuation:
 * the last seven digits of a number, else the folded value. CRMs answer with spellings of their own, so a change to a
 * contact drops the saved lookups by this key. A collision costs one lookup, nothing else.
 */
export function looseKey(value: string): string {
  const number = takeApart(value).number;
  const digits = number.replace(/\D/g, '');
  if (digits.length >= 7 && /^[\d\s()+./-]+$/.test(number)) return digits.slice(-7);
  return value.trim().toLowerCase().replace(/^@/, '');
}

/** Loose keys of the identifiers that only one of the two states of a contact has. */
export function changedLooseKeys(before: Contact | undefined, after: Contact): string[] {
  const old = new Set(before?.identifiers.map(({ value }) => looseKey(value)));
  const now = new Set(after.identifiers.map(({ value }) => looseKey(value)));
  return [...[...old].filter((key) => !now.has(key)), ...[...now].filter((key) => !old.has(key))];
}
