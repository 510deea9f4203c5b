import { extensionWords } from './extension-words.ts';
import { plainNumber } from './plain-number.ts';

/** What somebody dialled or typed as a number, without what stands before and behind it. */
export interface DialledText {
  /** Digits, and whatever spaces them; `+` in front where it was there, or where its digits stand behind a `phone-context`. */
  number: string;
  /** Digits that are dialled once the other side has answered. */
  extension?: string;
}

const longest = 128;
const scheme = /^<?\s*(?:tel|sips?|callto|sms|smsto|whatsapp|fax|mobile|phone):(?:\/\/)?/i;
/** An address of WhatsApp's in which the user is a number in E.164 without its plus; `:12` names a device. */
const whatsapp = /^(\d{7,15})(?:[:_.]\d+)*@(?:s\.whatsapp\.net|c\.us)$/i;
/** Such a word, or the signs by which devices wait, and the digits behind. */
const behind = new RegExp(
  `[\\s,;./(-]*(?:(?<word>(?<=[\\d\\s).,;/(-])(?:${extensionWords})(?:\\s*nr)?)[\\s.:#-]*|\\s*[*#,;pw]+\\s*)(?<extension>\\d{1,6})\\s*\\)?#?$`,
  'iu',
);
/** Codes that hide or show the own number, or choose a service, as networks everywhere have them. */
const coded = /^(?:[*#]{1,2}\d{2,3}[*#]|\*\d\d)\s*(?=[+\d(])/;
/** What an exchange wants before a line to the outside, and the pause behind. */
const outside = /^\d{1,2}\s*[,pw]+\s*(?=[+(]*\d[\d\s().-]{6,}$)/i;
/** Before a word for an extension; and before a sign, which may stand within a number too. */
const fewest = { word: 4, sign: 7 };

/**
 * Takes off what is not the number: the scheme, the host of an address, parameters, a code in front, an extension behind.
 * Source: RFC 3966, RFC 4967; the codes of 3GPP TS 22.030.
 */
export function takeApart(text: string): DialledText {
  const plain = plainNumber(decoded(text.slice(0, longest)))
    .replace(scheme, '')
    .replace(/>$/, '');
  const chat = whatsapp.exec(plain);
  if (chat) return { number: `+${chat[1]}` };
  const [head = '', ...parameters] = plain
    .replace(/@.*$/s, (host) => /;.*$/s.exec(host)?.[0] ?? '')
    .split(/;(?=[a-z-]+=)/i);
  const parameter = (name: string) =>
    parameters.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const dialled = head.replace(coded, '').replace(outside, '');
  const match = behind.exec(dialled);
  const before = dialled.slice(0, match?.index);
  const isSplit =
    match !== null &&
    !/\p{L}/u.test(before) &&
    before.replace(/\D/g, '').length >= fewest[match.groups?.word === undefined ? 'sign' : 'word'];
  const extension = parameter('ext') ?? (isSplit ? match.groups?.extension : undefined);
  const alone = onlyNumber(isSplit ? before : dialled);
  return {
    number: inContext(alone.trim().replace(/^[\s(]*(?:\+[\s(]*)+/, '+'), parameter('phone-context')),
    ...(extension && { extension }),
  };
}

/** In an address, signs may stand as their codes: `%2B` is a plus. */
function decoded(text: string): string {
  return text.replace(/%(2[0-9a-e]|3[0-9])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Of a text around one number (*Tel. 06 55 10 00 42, privat*), the number; where it has several or none, all of it. */
function onlyNumber(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const found = text.match(/(?<![\p{L}\d])(?:\+|\(?\d)[\d\s()./-]*\d(?![\p{L}\d])/gu) ?? [];
  const long = found.filter((one) => one.replace(/\D/g, '').length >= fewest.sign);
  return long.length === 1 ? (long[0] ?? text) : text;
}

/** RFC 3966: a local number means what it means behind its context; a domain there says whose plan it is, and adds nothing. */
function inContext(number: string, context: string | undefined): string {
  const before = /^\+[\d().-]+/.exec(context ?? '')?.[0];
  return before === undefined || number.startsWith('+') ? number : `${before}${number}`;
}
