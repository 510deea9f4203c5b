import type { Identifier } from '../../domain/contact/identifier.ts';
import { commonDigits } from '../identifiers/common-spellings.ts';

/** What so few digits begin is mostly somebody else's number. */
const fewestAlone = 8;

/** As EspoCRM spells a condition in an address. */
export function equals(attribute: string, value: string): Record<string, string> {
  return {
    'where[0][type]': 'equals',
    'where[0][attribute]': attribute,
    'where[0][value]': value,
  };
}

function oneOf(attribute: string, values: string[]): Record<string, string> {
  return {
    'where[0][type]': 'in',
    'where[0][attribute]': attribute,
    ...Object.fromEntries(values.map((value, index) => [`where[0][value][${index}]`, value])),
  };
}

/**
 * A number in whatever spelling, by its digits alone, which EspoCRM keeps and indexes beside what was typed. Those of an
 * extension stand behind them, so that the number begins with what it would be without.
 */
export function whereNumber(number: Identifier): Record<string, string> {
  const digits = oneOf('phoneNumberNumeric', commonDigits(number));
  const extended = commonDigits(number)
    .filter((text) => !text.startsWith('00') && text.length > fewestAlone)
    .map((text) => ({
      'where[0][type]': 'startsWith',
      'where[0][attribute]': 'phoneNumberNumeric',
      'where[0][value]': text,
    }));
  return either([digits, ...extended]);
}

/** One of several conditions. */
function either(conditions: Record<string, string>[]): Record<string, string> {
  const parts = conditions.flatMap((condition, index) =>
    Object.entries(condition).map(([key, value]): [string, string] => [
      key.replace('where[0]', `where[0][value][${index}]`),
      value,
    ]),
  );
  return { 'where[0][type]': 'or', ...Object.fromEntries(parts) };
}

/** One of several attributes. */
export function anyEquals(attributes: string[], value: string): Record<string, string> {
  return either(attributes.map((attribute) => equals(attribute, value)));
}

/** Whoever is linked with this record. */
export function linkedWith(link: string, id: string): Record<string, string> {
  return {
    'where[0][type]': 'linkedWith',
    'where[0][attribute]': link,
    'where[0][value][0]': id,
  };
}

/** Each of the words somewhere in one of the attributes. */
export function everyWord(words: string[], attributes: string[]): Record<string, string> {
  const parts = words.flatMap((word, each): [string, string][] => [
    [`where[${each}][type]`, 'or'],
    ...attributes.flatMap((attribute, index): [string, string][] => {
      const at = `where[${each}][value][${index}]`;
      return [
        [`${at}[type]`, 'contains'],
        [`${at}[attribute]`, attribute],
        [`${at}[value]`, word],
      ];
    }),
  ]);
  return Object.fromEntries(parts);
}
