import { hiddenUser, unknownUser } from '../../domain/contact/nobody-words.ts';
import type { Facts } from './interaction-log.ts';

/**
 * Who a phone address names: a number, a user without one, or that it is withheld. Nothing where it is empty. Words in other
 * languages and digits that stand for nobody are told apart where the event arrives (without-nobody.ts).
 */
export function phoneParty(address: string): Pick<Facts, 'clientId' | 'withheld'> {
  const value = address
    .replace(/^(sips?|tel):/i, '')
    .replace(/[@;].*$/s, '')
    .trim();
  if (value === '') return {};
  if (isNobody(value)) return { withheld: true };
  return { clientId: { kind: /^[-+(]*\d[\d\s()./*#-]*$/.test(value) ? 'phone' : 'username', value } };
}

/** A name that is only the number again, or says that there is none, is no name. */
export function personName(name: string, address: string): string | undefined {
  const digits = (text: string) => text.replace(/\D/g, '');
  const isNumber = !/\p{L}/u.test(name) && digits(name) === digits(address);
  return name === '' || isNobody(name) || isNumber ? undefined : name;
}

function isNobody(text: string): boolean {
  return hiddenUser.test(text) || unknownUser.test(text);
}
