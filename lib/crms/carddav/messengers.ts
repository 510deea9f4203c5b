import type { Identifier, IdentifierKind } from '../../domain/contact/identifier.ts';
import { takeAddress } from './messenger-address.ts';

/** Kinds that are messengers, by what programs call these. */
const kinds: readonly [RegExp, IdentifierKind][] = [
  [/^(?:telegram|tg$)/, 'telegram'],
  [/^(?:whatsapp|wa$)/, 'whatsapp'],
  [/^(?:instagram|insta$|ig$)/, 'instagram'],
  [/^(?:facebook|fb$|fbmessenger$|messenger$)/, 'facebook'],
];
/** Its addresses are those that hosts over XMPP tell. */
const jabber = /^(?:jabber|xmpp|g(?:oogle)?talk|(?:google)?hangouts)$/;
/** Whose names say nothing elsewhere. */
const others =
  /^(?:skype|aim|icq|msn|yahoo|qq|wechat|viber|line|signal|matrix|threema|kik|discord|gadugadu|groupwise|zalo|kakaotalk)$/;
const spelledElse: Readonly<Record<string, string>> = {
  gadu: 'gadugadu',
  gg: 'gadugadu',
  msnim: 'msn',
  skypeusername: 'skype',
  weixin: 'wechat',
  ymsgr: 'yahoo',
};
/** Properties of their own; other words behind an X- may mean anything. */
const ownProperty =
  /^X-(?:MESSAGING\/)?(TELEGRAM|WHATSAPP|INSTAGRAM|FACEBOOK|JABBER|XMPP|GTALK|GOOGLE-?TALK|SKYPE|AIM|ICQ|MSN|YAHOO|QQ|WECHAT|VIBER|SIGNAL|MATRIX|THREEMA|KIK|GADU-?GADU|GROUPWISE)(?:-ALL|-HOME|-WORK|-USERNAME|-ID)?$/;
const hosts: readonly [RegExp, string][] = [
  [/(?:^|\.)(?:t\.me|telegram\.(?:me|dog))$/, 'telegram'],
  [/(?:^|\.)(?:wa\.me|whatsapp\.com)$/, 'whatsapp'],
  [/(?:^|\.)(?:instagram\.com|ig\.me)$/, 'instagram'],
  [/(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|messenger\.com|m\.me)$/, 'facebook'],
];

/** A service that a card may name, as one word; undefined for what is none. */
export function serviceOf(word: string): string | undefined {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const name = spelledElse[letters] ?? letters;
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
  if (kind !== undefined) return kind;
  if (jabber.test(name)) return 'xmpp';
  return others.test(name) ? name : undefined;
}

/** The service of a property of its own, such as X-SKYPE, or X-MESSAGING/TELEGRAM-ALL as KDE writes it. */
export function serviceOfProperty(name: string): string | undefined {
  const word = ownProperty.exec(name)?.[1];
  return word && serviceOf(word);
}

/** The service that an address itself names. */
export function serviceOfAddress(text: string): string | undefined {
  const { scheme, host } = takeAddress(text);
  // A number alone, by whatever it is called.
  if (/^(?:sips?|tel|sms)$/.test(scheme)) return 'sip';
  return serviceOf(scheme) ?? hosts.find(([pattern]) => pattern.test(host))?.[1];
}

/** Whom a service knows by a text: a handle, an address of theirs, or their number; null where it is nobody. */
export function messengerIdentifier(service: string, text: string): Identifier | null {
  const { handle, isLink } = takeAddress(text);
  if (handle === '') return null;
  const number = numberOf(service, handle, isLink);
  if (number !== undefined) return { kind: 'phone', value: number };
  const kind = kinds.find(([, one]) => one === service)?.[1];
  // Facebook's former chat was XMPP.
  if (kind !== undefined) return { kind, value: handle.replace(/^-?([\w.]+)@chat\.facebook\.com$/i, '$1') };
  if (service === 'xmpp') return { kind: 'username', value: handle.replace(/\/.*$/s, '') };
  if (service !== 'sip') return { kind: 'username', value: handle, scope: service };
  const [, user = '', host] = /^([^@;]+)(?:@([^;:]+))?/.exec(handle) ?? [];
  // A short number is its exchange's own.
  if (user === '' || /^\d+$/.test(user)) return null;
  return { kind: 'username', value: user, ...(host !== undefined && { scope: host }) };
}

/** Who is known by a number is found by it; an id that hides the number is none. */
function numberOf(service: string, handle: string, isLink: boolean): string | undefined {
  const [, user] = /^(\d{7,15})(?:[:_.]\d+)*@(?:s\.whatsapp\.net|c\.us)$/i.exec(handle) ?? [];
  if (user !== undefined) return `+${user}`;
  const [own = ''] = service === 'sip' ? handle.split(/[@;]/) : [handle];
  if (!/^\+?[\p{Nd}\p{Zs}().\-\u2010-\u2015/]+$/u.test(own)) return undefined;
  if (own.replace(/\P{Nd}/gu, '').length < 7) return undefined;
  if (own.startsWith('+')) return own;
  if (service === 'sip') return own;
  if (service !== 'whatsapp') return undefined;
  return isLink ? `+${own.replace(/\D/g, '')}` : own;
}
