import {
  charCodeAt,
  emptyTable,
  execute,
  indexOf,
  lastIndexOf,
  slice,
  toLowerCase,
  trim,
} from '../page/built-ins.ts';
import { readMediaDirection } from './read-media-direction.ts';
import type { MediaDirection, SipFrame } from './sip-frame.ts';

const maxFrameLength = 65_536;
const maxStartLine = 2_048;
const maxHeaderLines = 256;
const maxHeaderLength = 1_024;
const maxExtraLength = 256;
const maxExtraHeaders = 16;

const startLine = /^(?:(INVITE|CANCEL|BYE|UPDATE) [^ ]+ SIP\/2\.0|SIP\/2\.0 ([1-6]\d\d)(?: .*)?)$/;
/** A header may be given several times, or as a list. */
const listed = /^(?:p-asserted-identity|remote-party-id|privacy|reason)$/;
const single = /^(?:call-id|cseq|from|to)$/;
const extra = /^x-[a-z0-9-]{1,62}$/;
/** Vendors put sessions and passwords in headers of their own. */
const secret = /auth|token|secret|passw|cookie|session|credential|key/;

/** `media` is always an own member, so that a polluted prototype is not read in its place. */
type Reading = Pick<SipFrame, 'start' | 'initial' | 'headers'> & { media: MediaDirection | undefined };

/**
 * Reads a SIP message as far as an interaction needs it; null for everything else, such as REGISTER, keep-alives or other
 * protocols. Linear in the text. Runs in the page's own world: built-ins come from built-ins.ts.
 */
export function readSipFrame(text: string): Reading | null {
  let position = 0;
  // A keep-alive may stand before a message.
  while (position < 8 && (charCodeAt(text, position) === 13 || charCodeAt(text, position) === 10)) position++;
  if (!mayBeSip(charCodeAt(text, position)) || text.length > maxFrameLength) return null;
  const end = indexOf(text, '\n', position);
  if (end === -1 || end - position > maxStartLine) return null;
  const found = execute(startLine, withoutReturn(slice(text, position, end)));
  if (found === null) return null;
  const { headers, body } = readHeaders(text, end + 1);
  const method = found[1];
  if (method === undefined) return readResponse(+(found[2] ?? 0), headers);
  const media = method === 'INVITE' || method === 'UPDATE' ? readMediaDirection(text, body) : undefined;
  // The cast follows the pattern above.
  return { start: method as 'INVITE', initial: isInitial(headers.to), headers, media };
}

/** First letters of the start lines that matter: B, C, I, S, U. Decides for nearly all other traffic. */
function mayBeSip(code: number): boolean {
  return code === 66 || code === 67 || code === 73 || code === 83 || code === 85;
}

/** Only what answers an INVITE matters; 100 says nothing. */
function readResponse(status: number, headers: Record<string, string>): Reading | null {
  if (status === 100) return null;
  const sequence = headers.cseq;
  if (sequence === undefined || execute(/\bINVITE$/, sequence) === null) return null;
  return { start: status, initial: false, headers, media: undefined };
}

/**
 * A request outside a dialog has a To without a tag. Only what stands behind the address counts: a display name may hold
 * anything.
 */
function isInitial(to: string | undefined): boolean {
  return to !== undefined && execute(/;\s*tag\s*=/i, slice(to, lastIndexOf(to, '>') + 1)) === null;
}

/** `body`: where the body begins. */
function readHeaders(text: string, from: number): { headers: Record<string, string>; body: number } {
  const headers = emptyTable<string>();
  let position = from;
  let extras = 0;
  let current = '';
  for (let count = 0; count < maxHeaderLines && position < text.length; count++) {
    const next = indexOf(text, '\n', position);
    const end = next === -1 ? text.length : next;
    const line = withoutReturn(slice(text, position, end));
    position = end + 1;
    if (line === '') break;
    const first = charCodeAt(line, 0);
    if (first === 32 || first === 9) {
      if (current !== '') headers[current] = clamp(current, trim(`${headers[current]} ${trim(line)}`));
      continue;
    }
    const colon = indexOf(line, ':');
    const name = colon < 1 ? '' : longName(toLowerCase(trim(slice(line, 0, colon))));
    const value = trim(slice(line, colon + 1));
    const known = headers[name];
    current = '';
    if (known !== undefined) {
      if (execute(listed, name) === null) continue;
      headers[name] = clamp(name, `${known}, ${value}`);
    } else if (isExtra(name)) {
      if (++extras > maxExtraHeaders) continue;
      headers[name] = clamp(name, value);
    } else if (execute(listed, name) !== null || execute(single, name) !== null) {
      headers[name] = clamp(name, value);
    } else continue;
    current = name;
  }
  return { headers, body: position };
}

function isExtra(name: string): boolean {
  return execute(extra, name) !== null && execute(secret, name) === null;
}

function clamp(name: string, value: string): string {
  return slice(value, 0, execute(extra, name) === null ? maxHeaderLength : maxExtraLength);
}

/** Compact forms: RFC 3261, 7.3.3 (https://www.rfc-editor.org/rfc/rfc3261#section-7.3.3). */
function longName(name: string): string {
  if (name === 'f') return 'from';
  if (name === 't') return 'to';
  return name === 'i' ? 'call-id' : name;
}

function withoutReturn(line: string): string {
  return charCodeAt(line, line.length - 1) === 13 ? slice(line, 0, -1) : line;
}
