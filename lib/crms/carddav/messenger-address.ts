/** What an address in a card says: `x-apple:jane`, `https://t.me/jane`, `skype:jane?chat`, or a handle alone. */
export interface MessengerAddress {
  /** In small letters; empty where there is none. */
  scheme: string;
  /** Of a web address, in small letters. */
  host: string;
  handle: string;
  isLink: boolean;
}

/** A scheme that may stand before a handle; what else stands before a colon belongs to the handle. */
const scheme =
  /^(x-apple|https?|im|tg|telegram|whatsapp|instagram|facebook|fb|fb-messenger|messenger|xmpp|jabber|gtalk|skype|aim|icq|msnim|msn|ymsgr|yahoo|gg|gadu|qq|wechat|weixin|viber|line|signal|matrix|threema|kik|discord|sips?|tel|sms):(.*)$/is;
/** Web addresses are typed without their scheme too. */
const bareLink = /^(?:www\.|m\.)?(?:t\.me|telegram\.me|wa\.me|instagram\.com|facebook\.com|fb\.com|m\.me)\//i;
/** Names of what is asked for where the handle is not in the path. */
const queries = ['domain', 'phone', 'username', 'screenname', 'contact', 'id'];
/** What is to be done with the handle that comes behind. */
const verb = /^(?:goim|sendim|chat|addfriend|send|resolve|user|call|add|im|profile\.php)$/i;

export function takeAddress(text: string): MessengerAddress {
  const trimmed = text.trim();
  const [, said = '', rest = trimmed] =
    scheme.exec(trimmed) ?? (bareLink.test(trimmed) ? [trimmed, 'https', `//${trimmed}`] : []);
  const name = said.toLowerCase();
  if (name === '') return { scheme: '', host: '', handle: trimmed, isLink: false };
  const [, slashes, place = '', query = ''] = /^(\/\/)?([^?#]*)(?:\?([^#]*))?/s.exec(rest) ?? [];
  const asked = new URLSearchParams(query.replaceAll('+', '%2B'));
  const named = queries.map((one) => asked.get(one)).find((value) => value !== null && value !== '');
  const isWeb = /^https?$/.test(name);
  const parts = place.split('/').filter((part) => part !== '');
  const host = isWeb && slashes !== undefined ? (parts.shift() ?? '').toLowerCase() : '';
  const last = slashes === undefined ? place : parts.at(-1);
  const isVerb = last === undefined || verb.test(last);
  const handle = isVerb ? (named ?? (isWeb ? '' : query)) : last;
  return { scheme: name, host, handle: decode(handle).trim(), isLink: slashes !== undefined };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
