/**
 * Phone numbers inside ids of another kind: addresses of WhatsApp, of SMS gateways over XMPP, of a Matrix bridge, links, and
 * `tel:`. Reaches no library: host pages use it.
 */

const longest = 256;
/** What stands in front of a number, and of the address of one. */
const ofNumber = /^<?\s*(?:tel|callto|sms(?:to)?|mms(?:to)?|rcs|fax|whatsapp|facetime(?:-audio)?):(?:\/\/)?/i;
const ofAddress = /^<?\s*(?:(sips?)|im|pres|xmpp):/i;
const link =
  /^<?(?:https?:\/\/)?(?:(?:www\.)?wa\.me\/|(?:(?:api|web)\.whatsapp\.com|whatsapp:\/)\/send\/?\?(?:[^#]{0,99}&)?phone=)(?:\+|%2b)?([1-9]\d{6,14})(?!\d)/i;
/** Users that Matrix bridges make; before version 1.8 of Matrix a plus was written `=2b`. */
const ghost = /^@(whatsapp|signal|gmessages|imessage|sms|phone|tel)[_-]?(\+|=2b)?([1-9]\d{6,14}):[^\s:@]+/i;
/** A person, with the device or without: the user is a number in E.164 without its plus. */
const whatsapp = /^\+?([1-9]\d{6,14})(?:[.:_]\d{1,4})*@(?:s\.whatsapp\.net|c\.us)$/i;
/** WhatsApp's ids that hide the number, and those of groups and lists. */
const hidden = /^\d[\d.:_-]*@(?:lid|hosted(?:\.lid)?|bot|g\.us|broadcast|newsletter)$/i;
const international = /^\+[1-9](?:[ ().-]{0,2}\d){6,14}$/;
const digits = /^\d{7,15}$/;
/** Words of a gateway's domain. Users that are digits without a plus are numbers only there. */
const texting =
  /^(?:sms|mms|rcs|txt|texts?|texting|gsm|pstn|phone|tel|telephone|voip|sip|fax|cheogram|jmp)\d?$/;
/** All users of these are in E.164. */
const abroad = /^(?:whatsapp|wa|signal|imessage)\d?$/;

/**
 * The number that an id holds, with its plus where that is certain; undefined where it holds none, as a user of a private
 * server whose name is digits. A plus makes a number of any user; digits alone are one where a word of the domain's first
 * part names a gateway: `sms.example`, `slidge-whatsapp.example`, `cheogram.com`.
 */
export function numberInId(id: string): string | undefined {
  const text = id.trim();
  if (text.length > longest || hidesNumber(text)) return undefined;
  const linked = link.exec(text)?.[1] ?? whatsapp.exec(text)?.[1];
  if (linked !== undefined) return `+${linked}`;
  const [, bridge = '', plus = '', user] = ghost.exec(text) ?? [];
  if (user !== undefined) return plus !== '' || abroad.test(bridge.toLowerCase()) ? `+${user}` : undefined;
  if (ofNumber.test(text)) return numberBehind(unwrapped(text.replace(ofNumber, '')));
  const [, sip] = ofAddress.exec(text) ?? [];
  const bare = unwrapped(text.replace(ofAddress, ''));
  const at = bare.lastIndexOf('@');
  if (at === -1) return international.test(bare) ? bare : undefined;
  return inAddress(bare.slice(0, at), bare.slice(at + 1).toLowerCase(), sip !== undefined);
}

/** An id of WhatsApp's that is made of digits and tells no number: of somebody who hides it, of a group, of a list. */
export function hidesNumber(id: string): boolean {
  return hidden.test(id.trim());
}

/** `whatsapp:5531988880123@s.whatsapp.net`, `tel:5550123;phone-context=+1212`. */
function numberBehind(text: string): string | undefined {
  if (text.includes('@')) return numberInId(text);
  const dialled = text.replace(/\?.*$/s, '').trim();
  return /^[+\d(]/.test(dialled) && /\d/.test(dialled) ? dialled : undefined;
}

function inAddress(local: string, domain: string, isPhone: boolean): string | undefined {
  const user = unescaped(local);
  // The address of another network within that of a gateway: `5531988880123\40s.whatsapp.net`, `12125550199%pbx.example`.
  const [inner = '', network] = user.split(/[@%](?=[^@%]+$)/);
  if (network !== undefined) return numberInId(`${inner}@${network}`) ?? inAddress(inner, domain, isPhone);
  if (international.test(user)) return `+${user.replace(/\D/g, '')}`;
  if (!digits.test(user)) return undefined;
  const words = isCheogram(domain) ? ['cheogram'] : (domain.split(/[.:/;]/)[0]?.split('-') ?? []);
  if (words.some((word) => abroad.test(word))) return `+${user}`;
  return isPhone || words.some((word) => texting.test(word)) ? user : undefined;
}

/** Its gateways are below these: `sip.cheogram.com`. */
function isCheogram(domain: string): boolean {
  return /(?:^|\.)(?:cheogram\.com|jmp\.chat)(?:\/|$)/.test(domain);
}

function unwrapped(text: string): string {
  return text.replace(/>.*$/s, '').trim();
}

/** XEP-0106: signs that a user part may not hold. */
function unescaped(local: string): string {
  return local.replace(/\\(20|22|26|27|2f|3a|3c|3e|40|5c)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
