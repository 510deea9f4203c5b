import { emptyTable, execute, slice, toLowerCase, trim } from '../page/built-ins.ts';

/**
 * Which headers of a SIP message are read (docs/hosts.md): a fixed list, those that begin with `X-`, and those that the
 * administrator named. None that speaks of credentials, whoever names it. Runs in the page's own world.
 */

/** A header may be given several times, or as a list. */
const listed = /^(?:p-asserted-identity|remote-party-id|privacy|reason|diversion)$/;
const single = /^(?:call-id|cseq|from|to|replaces|refer-to|referred-by|session-expires|branch)$/;
/** Needed to read the message, and never passed on. */
export const inner = /^(?:contact|content-length|content-type|event|via)$/;
const extra = /^x-[a-z0-9-]{1,62}$/;
const named = /^[a-z0-9-]{1,64}$/;
/** Vendors put sessions and passwords in headers of their own. */
const secret = /auth|token|secret|passw|cookie|session|credential|key/;

const maxHeaderLength = 1_024;
const maxExtraLength = 256;
const maxWanted = 4;

/** Names in lower case that the adapter wants besides; null until it has said so. */
export type WantedHeaders = Record<string, true> | null;

/** How a header is treated: `list` and `one` are fixed, `inner` is not passed on, `extra` is bounded in number. */
export type HeaderKind = 'list' | 'one' | 'inner' | 'extra' | 'wanted' | 'perhaps';

/** Undefined for a header that is not read. `perhaps`: it may turn out to be wanted, and waits until that is known. */
export function kindOfHeader(name: string, wanted: WantedHeaders): HeaderKind | undefined {
  if (execute(listed, name) !== null) return 'list';
  if (execute(single, name) !== null) return 'one';
  if (execute(inner, name) !== null) return 'inner';
  if (execute(secret, name) !== null) return undefined;
  if (wanted?.[name]) return 'wanted';
  if (execute(extra, name) !== null) return 'extra';
  return wanted === null && execute(named, name) !== null ? 'perhaps' : undefined;
}

/** The names an adapter asks for, as far as they may be had. `wants` may be forged by the page. */
export function readWanted(wants: unknown): Record<string, true> {
  const wanted = emptyTable<true>();
  // Members are checked one by one below.
  const headers = (wants as { headers?: unknown } | null | undefined)?.headers as
    | Record<number, unknown>
    | undefined;
  for (let index = 0; index < maxWanted; index++) {
    const header = headers?.[index];
    const name = typeof header === 'string' ? toLowerCase(trim(header)) : '';
    if (execute(named, name) !== null && execute(secret, name) === null) wanted[name] = true;
  }
  return wanted;
}

/** Takes away what waited and is not wanted. */
export function dropUnwanted(headers: Record<string, string>, wanted: WantedHeaders): void {
  for (const name in headers) if (kindOfHeader(name, wanted) === undefined) delete headers[name];
}

export function clampHeader(kind: HeaderKind, value: string): string {
  const long = kind === 'list' || kind === 'one' || kind === 'inner';
  return slice(value, 0, long ? maxHeaderLength : maxExtraLength);
}

/** Compact forms: RFC 3261, 7.3.3 (https://www.rfc-editor.org/rfc/rfc3261#section-7.3.3), and those of REFER and events. */
const longNames = {
  // No name is looked for in what a page may have added to `Object.prototype`.
  __proto__: null,
  f: 'from',
  t: 'to',
  i: 'call-id',
  m: 'contact',
  l: 'content-length',
  c: 'content-type',
  o: 'event',
  v: 'via',
  x: 'session-expires',
  r: 'refer-to',
  b: 'referred-by',
} as unknown as Record<string, string>; // But for the prototype, which is no member.

export function longName(name: string): string {
  return longNames[name] ?? name;
}
