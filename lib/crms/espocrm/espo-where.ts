import type { Identifier } from '../../domain/contact/identifier.ts';
import { commonDigits } from '../identifiers/common-spellings.ts';
import { spellingsOf } from '../identifiers/phone-variants.ts';

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
 * extension stand behind them, where EspoCRM is set to keep it: there the number begins as EspoCRM spells it.
 */
export function whereNumber(number: Identifier): Record<string, string> {
  const digits = oneOf('phoneNumberNumeric', commonDigits(number));
  const extended = spellingsOf(number).map((e164) => ({
    'where[0][type]': 'startsWith',
    'where[0][attribute]': 'phoneNumber',
    'where[0][value]': `${e164} `,
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
