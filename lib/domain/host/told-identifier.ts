import type { Identifier } from '../contact/identifier.ts';
import { hidesNumber, numberInId } from '../contact/number-in-id.ts';

/** An e-mail address is one, whatever its user; these domains have no mail. */
const noMail = /@(?:s\.whatsapp\.net|c\.us)$/i;

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
      if (kind === 'email' ? !noMail.test(value) : kind === 'phone' && !/[@/]/.test(value)) return told;
      const number = numberInId(value);
      return number === undefined ? told : { kind: 'phone', value: number };
    }
    default:
      return told;
  }
}
