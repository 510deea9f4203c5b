import type { Identifier } from '../contact/identifier.ts';
import { hidesNumber, numberInId } from '../contact/number-in-id.ts';

/**
 * A ClientID as a host told it, read: an id that holds a phone number is that number, and one of WhatsApp's that hides it is
 * no number and no e-mail address. All else is as it was.
 */
export function toldIdentifier(told: Identifier): Identifier {
  const { kind, value, scope } = told;
  switch (kind) {
    case 'username':
    case 'other':
    case 'whatsapp':
    case 'phone':
    case 'email': {
      if (hidesNumber(value) && kind !== 'other') return { kind: 'whatsapp', value, ...(scope && { scope }) };
      if (kind === 'phone' && !/[@/]/.test(value)) return told;
      // An e-mail address is one, though its user begins with a plus, but for those of gateways.
      const holds = kind !== 'email' || numberInId(value.replace(/^\s*\+/, '')) !== undefined;
      const number = holds ? numberInId(value) : undefined;
      return number === undefined ? told : { kind: 'phone', value: number };
    }
    default:
      return told;
  }
}
