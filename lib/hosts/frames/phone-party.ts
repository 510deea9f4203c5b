import { hiddenUser, unknownUser } from '../../domain/contact/nobody-words.ts';
import { isDialled, isOfDigits, withoutRouting } from '../../domain/contact/number-text.ts';
import type { Facts } from './interaction-log.ts';

/** Addresses of a messenger, which are read where they arrive (told-identifier.ts): not each of them holds a number. */
export const messenger = /^\+?\d\S*@(?:s\.whatsapp\.net|c\.us|g\.us|lid)$/i;
const scheme = /^<?(?:sips?|tel|callto|sms|whatsapp):/i;

/**
 * Who a phone address names: a number, a user without one, or that it is withheld. Nothing where it is empty. What belongs
 * to a number stays with it: an extension, `;phone-context=`. Words in other languages and digits that stand for nobody are
 * told apart where the event arrives (without-nobody.ts).
 */
export function phoneParty(address: string): Pick<Facts, 'clientId' | 'withheld'> {
  const bare = address.replace(scheme, '').trim();
  if (messenger.test(bare)) return { clientId: { kind: 'username', value: bare } };
  const value = withoutRouting(bare.replace(/[@>?].*$/s, ''));
  if (value === '') return {};
  if (isNobody(value)) return { withheld: true };
  return { clientId: { kind: isDialled(value) ? 'phone' : 'username', value } };
}

/** A name that is only a number, or the address again, or says that there is none, is no name. */
export function personName(name: string, address: string): string | undefined {
  const isNone =
    name === '' || name === address || isNobody(name) || isOfDigits(name) || messenger.test(name);
  return isNone ? undefined : name;
}

function isNobody(text: string): boolean {
  return hiddenUser.test(text) || unknownUser.test(text);
}
