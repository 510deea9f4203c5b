import { hiddenUser, unknownUser } from '../../domain/contact/nobody-words.ts';
import { hidesNumber, numberInId } from '../../domain/contact/number-in-id.ts';
import { isDialled, isNumberText, withoutRouting } from '../../domain/contact/number-text.ts';
import type { Facts } from './interaction-log.ts';

/**
 * Who a phone address names: a number, a user without one, or that it is withheld. Nothing where it is empty. What belongs
 * to a number stays with it: an extension, `;phone-context=`. Words in other languages and digits that stand for nobody are
 * told apart where the event arrives (without-nobody.ts).
 */
export function phoneParty(address: string): Pick<Facts, 'clientId' | 'withheld'> {
  const number = numberInId(address);
  if (number !== undefined) return { clientId: { kind: 'phone', value: number } };
  if (hidesNumber(address)) return { clientId: { kind: 'whatsapp', value: address.trim() } };
  const value = withoutRouting(address.replace(/^(?:sips?|tel):/i, '').replace(/@.*$/s, ''));
  if (value === '') return {};
  if (isNobody(value)) return { withheld: true };
  return { clientId: { kind: isDialled(value) ? 'phone' : 'username', value } };
}

/** A name that is only a number, or the address again, or says that there is none, is no name. */
export function personName(name: string, address: string): string | undefined {
  const isNone = name === '' || name === address || isNobody(name) || isNumberText(name);
  return isNone ? undefined : name;
}

function isNobody(text: string): boolean {
  return hiddenUser.test(text) || unknownUser.test(text);
}
