import {
  charCodeAt,
  emptyTable,
  execute,
  indexOf,
  slice,
  toLowerCase,
  toUpperCase,
  trim,
} from '../page/built-ins.ts';
import { readMediaDirection } from './read-media-direction.ts';
import type { MediaDirection, SipFrame } from './sip-frame.ts';
import { clampHeader, inner, kindOfHeader, longName, type WantedHeaders } from './sip-headers.ts';
import { tag } from './tag-of.ts';

const maxStartLine = 2_048;
const maxHeaderLines = 256;
const maxExtraHeaders = 16;
/** While it is not known which are wanted; the usual ones of a request count too. */
const maxPerhaps = 40;

const startLine = /^(?:([a-z]{1,16}) +[^ ]+ +sip\/2\.0 *|sip\/2\.0 +([1-6]\d\d)(?: .*)?)$/is;
const told = /^(?:INVITE|ACK|PRACK|CANCEL|BYE|UPDATE|INFO|REFER|NOTIFY|REGISTER)$/;
/** Only what answers these matters. */
const answers = /\b(?:INVITE|PRACK|BYE|UPDATE|INFO|REFER)$/i;
const topBranch = /^[^,]*;\s*branch\s*=\s*([^;,\s]{1,128})/i;
const fragmentLine = /^\s{0,4}SIP\/2\.0 +([1-6]\d\d)/i;

/** To be copied member by member: what is left out might be read from a polluted prototype. */
export type SipReading = Pick<SipFrame, 'start' | 'initial' | 'headers'> & {
  media?: MediaDirection | undefined;
  outcome?: number | undefined;
  focus?: true | undefined;
};

export interface SipMessage {
  /** Null for a message that says nothing about a call, or too little yet. */
  reading: SipReading | null;
  /** Where it begins, and where what follows it in the frame does. */
  start: number;
  end: number;
  /** Nothing of it is missing. */
  whole: boolean;
}

/**
 * Reads the SIP message that stands at `from` as far as an interaction needs it; null where none does. Blank lines before
 * it (keep-alives) are passed over. Linear in the text. Runs in the page's own world: built-ins come from built-ins.ts.
 */
export function readSipMessage(text: string, from: number, wanted: WantedHeaders): SipMessage | null {
  const start = skipBlank(text, from);
  if (!isLetter(charCodeAt(text, start))) return null;
  const end = indexOf(slice(text, start, start + maxStartLine), '\n');
  const found = end === -1 ? null : execute(startLine, withoutReturn(slice(text, start, start + end)));
  if (found === null) return null;
  const { headers, body, complete } = readHeaders(text, start + end + 1, wanted);
  const bodyEnd = complete ? endOfBody(text, body, headers) : -1;
  const whole = bodyEnd !== -1;
  const method = found[1] === undefined ? '' : toUpperCase(found[1]);
  const enough = complete || (headers['call-id'] && headers.cseq && headers.from && headers.to);
  const reading = enough
    ? toReading(method, +(found[2] ?? 0), headers, {
        text,
        from: body,
        to: whole ? bodyEnd : text.length,
        whole,
      })
    : null;
  return { reading, start, end: whole ? bodyEnd : text.length, whole };
}

/** First non-blank position, from `from`. */
export function skipBlank(text: string, from: number): number {
  let position = from;
  while (charCodeAt(text, position) === 13 || charCodeAt(text, position) === 10) position++;
  return position;
}

export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

interface Body {
  text: string;
  from: number;
  to: number;
  /** As far as its length says; some count wrongly. */
  whole: boolean;
}

function toReading(
  method: string,
  status: number,
  headers: Record<string, string>,
  body: Body,
): SipReading | null {
  const focus = execute(/;\s*isfocus\b/i, headers.contact ?? '') !== null || undefined;
  const refers = execute(/^refer\b/i, headers.event ?? '') !== null;
  const branch = execute(topBranch, headers.via ?? '')?.[1];
  if (branch !== undefined) headers.branch = branch;
  for (const name in headers) {
    // Nothing else of a registration is anybody's business.
    const passes =
      method === 'REGISTER' ? name === 'call-id' || name === 'to' : execute(inner, name) === null;
    if (!passes) delete headers[name];
  }
  if (method === '') {
    if (execute(answers, headers.cseq ?? '') === null) return null;
    return { start: status, initial: false, headers, focus };
  }
  if (execute(told, method) === null || (method === 'NOTIFY' && !refers)) return null;
  const describes = method === 'INVITE' || method === 'UPDATE';
  const media = describes ? readMediaDirection(body.text, body) : undefined;
  const fragment =
    method === 'NOTIFY' ? execute(fragmentLine, slice(body.text, body.from, body.from + 64))?.[1] : undefined;
  return {
    // The cast follows the pattern above.
    start: method as 'INVITE',
    initial: isInitial(headers.to),
    headers,
    media,
    outcome: fragment === undefined ? undefined : +fragment,
    focus,
  };
}

/**
 * Where the body ends; -1 where it has not come whole. Over WebSocket a message may leave its length out (RFC 7118): then
 * it is the rest of the frame, unless another message begins at once.
 */
function endOfBody(text: string, body: number, headers: Record<string, string>): number {
  const length = execute(/^\d{1,7}$/, headers['content-length'] ?? '');
  if (length === null) {
    const next = headers['content-type'] === undefined ? skipBlank(text, body) : body;
    const line = slice(text, next, next + 64);
    return next > body || execute(/^(?:[a-z]{1,16} +(?:sips?|tel):|sip\/2\.0 )/i, line) !== null
      ? next
      : text.length;
  }
  let rest = +length[0];
  let position = body;
  for (; rest > 0 && position < text.length; position++) {
    const code = charCodeAt(text, position);
    // The two halves of a surrogate pair are four bytes together.
    rest -= code < 128 ? 1 : code < 2_048 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return rest > 0 ? -1 : position;
}

/**
 * A request outside a dialog has a To without a tag. Only what stands behind the address counts: a display name may hold
 * anything.
 */
function isInitial(to: string | undefined): boolean {
  return to !== undefined && execute(tag, to) === null;
}

interface Headers {
  headers: Record<string, string>;
  /** Where the body begins. */
  body: number;
  /** The blank line behind the headers was there. */
  complete: boolean;
}

function readHeaders(text: string, from: number, wanted: WantedHeaders): Headers {
  const headers = emptyTable<string>();
  let position = from;
  let extras = 0;
  let perhaps = 0;
  let current = '';
  for (let count = 0; count < maxHeaderLines && position < text.length; count++) {
    const next = indexOf(text, '\n', position);
    const cut = next === -1;
    const line = withoutReturn(slice(text, position, cut ? text.length : next));
    position = cut ? text.length : next + 1;
    if (line === '') return { headers, body: position, complete: true };
    const first = charCodeAt(line, 0);
    if (first === 32 || first === 9) {
      const kind = current === '' ? undefined : kindOfHeader(current, wanted);
      if (kind) headers[current] = clampHeader(kind, trim(`${headers[current]} ${trim(line)}`));
      continue;
    }
    const colon = indexOf(line, ':');
    const name = colon < 1 ? '' : longName(toLowerCase(trim(slice(line, 0, colon))));
    const kind = kindOfHeader(name, wanted);
    current = '';
    if (kind === undefined || (cut && kind === 'one')) continue;
    const value = trim(slice(line, colon + 1));
    const known = headers[name];
    if (known !== undefined) {
      if (kind !== 'list') continue;
      headers[name] = clampHeader(kind, `${known}, ${value}`);
    } else {
      if (kind === 'extra' && ++extras > maxExtraHeaders) continue;
      if (kind === 'perhaps' && ++perhaps > maxPerhaps) continue;
      headers[name] = clampHeader(kind, value);
    }
    current = name;
  }
  return { headers, body: position, complete: false };
}

function withoutReturn(line: string): string {
  return charCodeAt(line, line.length - 1) === 13 ? slice(line, 0, -1) : line;
}
