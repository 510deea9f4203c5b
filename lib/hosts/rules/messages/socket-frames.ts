import { charCodeAt, emptyTable, indexOf, parseExactly, slice } from '../../page/built-ins.ts';
import { own } from '../read-values.ts';

const maxFrame = 131_072;
const open = { brace: 0x7b, bracket: 0x5b };
const maxMessages = 50;
const recordEnd = '\u001e';

/**
 * The JSON messages in one frame of a socket: one, or several that end with the record separator (U+001E). What is not
 * JSON, and what is longer than 128 kB, says nothing. Runs in the page's world.
 */
export function readJsonFrame(text: string, take: (message: unknown) => void): void {
  if (text.length > maxFrame) return;
  for (let start = 0; start < text.length; ) {
    const end = indexOf(text, recordEnd, start);
    const part = end < 0 ? (start === 0 ? text : slice(text, start)) : slice(text, start, end);
    start = end < 0 ? text.length : end + 1;
    const message = fromJson(part);
    if (message !== undefined) take(message);
  }
}

/**
 * An event in a frame of socket.io over engine.io (protocol 4 and 5, and those before): `42["name",{…}]`, in a namespace
 * `42/admin,["name"]`, with an acknowledgement's number `4213["name"]`, or with binary parts that follow
 * `451-["name",{"_placeholder":true,"num":0}]`. Given as `{ event, data, args }`: the name, the first argument, all of them.
 * Source: https://github.com/socketio/socket.io-protocol, read 2026-11-21.
 */
export function readSocketIoFrame(text: string, namespace: string, take: (message: unknown) => void): void {
  if (text.length > maxFrame || charCodeAt(text, 0) !== 0x34) return;
  const type = charCodeAt(text, 1);
  let at = 2;
  if (type === 0x35) at = indexOf(text, '-', at) + 1;
  else if (type !== 0x32) return;
  let named = '/';
  if (charCodeAt(text, at) === 0x2f) {
    const end = indexOf(text, ',', at);
    if (end < 0) return;
    named = slice(text, at, end);
    const query = indexOf(named, '?');
    if (query >= 0) named = slice(named, 0, query);
    at = end + 1;
  }
  if (named !== namespace) return;
  while (isDigit(charCodeAt(text, at))) at += 1;
  const list = fromJson(slice(text, at));
  // Its own members: an array of the page's world may be polluted.
  if (typeof list !== 'object' || list === null || own(list, 'length') === undefined) return;
  const message = emptyTable<unknown>();
  message.event = own(list, 0);
  message.data = own(list, 1);
  message.args = list;
  take(message);
}

/**
 * The messages of SockJS: `a["{…}","{…}"]` received, `["{…}"]` sent; each is a text that is itself JSON.
 * Source: https://sockjs.github.io/sockjs-protocol/sockjs-protocol-0.3.3.html, section "Protocol and framing".
 */
export function readSockJsFrame(text: string, take: (message: unknown) => void): void {
  if (text.length > maxFrame) return;
  const list = fromJson(charCodeAt(text, 0) === 0x61 ? slice(text, 1) : text);
  if (typeof list !== 'object' || list === null) return;
  for (let index = 0; index < maxMessages; index++) {
    const message = own(list, index);
    if (message === undefined) return;
    take(message);
  }
}

function fromJson(text: string): unknown {
  const first = charCodeAt(text, 0);
  // Most of what is no JSON is known by its first character.
  if (first !== open.brace && first !== open.bracket && first !== 0x20 && first !== 0x0a) return undefined;
  try {
    return parseExactly(text);
  } catch {
    return undefined;
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
