import { isEncoded, type StoredLines, storedLines, unfold } from './card-lines.ts';
import { decodeValue } from './decode-value.ts';
import { unfoldEncoded } from './quoted-printable.ts';
import { withoutEncoding } from './vcard-params.ts';

/** One property of a vCard; `name` is in capitals, `value` in Unicode and still escaped. */
export interface VcardLine {
  /** `item1` of `item1.TEL`: ties a label to what it labels. */
  group: string;
  /** Empty for what is no property, or is one of a card within the card. */
  name: string;
  /** Raw, each with its `;`. */
  params: string;
  value: string;
  /** As it stood, where it cannot be written so anew: untouched, it is written back as it is. */
  raw?: string;
  /** It is no property (`line`), or not all of its value could be made out (`text`). */
  unread?: 'line' | 'text';
}

export type VcardVersion = '2.1' | '3.0' | '4.0';

const line = /^(?:([\w-]+)\.)?([^\s.:;"]+)\s*((?:;(?:"[^"]*"|[^":])*)?):([\s\S]*)$/;
/** With quotes that do not end. */
const odd = /^(?:([\w-]+)\.)?([^\s.:;"]+)\s*((?:;[^:]*)?):([\s\S]*)$/;
const begin = /^BEGIN\s*:\s*VCARD\s*$/i;
const end = /^END\s*:\s*VCARD\s*$/i;

/**
 * The properties between BEGIN and END of one vCard (2.1, 3.0, 4.0; RFC 2426, RFC 6350), in their order, nothing left out, so
 * that what we do not know survives a write. undefined where it is no vCard, broken off, or several.
 */
export function parseVcard(text: string): VcardLine[] | undefined {
  const all = storedLines(withoutMarks(text));
  const from = all.findIndex((one) => isMark(begin, one));
  const to = all.findLastIndex((one) => isMark(end, one));
  if (from < 0 || to < from || all.slice(to).some((one) => isMark(begin, one))) return undefined;
  const stored = all.slice(from + 1, to);
  const version = stored
    .map(([one]) => /^VERSION[^:]*:\s*([\d.]+)/i.exec(one)?.[1])
    .find((one) => one !== undefined);
  const lines: VcardLine[] = [];
  /** Within a card that is a value of this one, such as the AGENT of vCard 2.1. */
  let inner = 0;
  for (const [index, one] of stored.entries()) {
    const ends = isMark(end, one);
    if (ends && inner === 0) return undefined;
    if (isMark(begin, one) && stored.slice(index).some((other) => isMark(end, other))) inner += 1;
    lines.push(inner > 0 ? kept(one) : readLine(one, version === '2.1'));
    if (ends) inner -= 1;
  }
  if (!lines.some(({ name }) => name !== '')) return undefined;
  // What stands around the card is no part of it: counted, and not written into it.
  const outside = [...all.slice(0, from), ...all.slice(to + 1)];
  return [...lines, ...outside.map((): VcardLine => ({ ...noProperty, raw: '', unread: 'line' }))];
}

export function versionOf(lines: readonly VcardLine[]): VcardVersion {
  const said = lines.find(({ name }) => name === 'VERSION')?.value.trim();
  return said === '2.1' || said === '4.0' ? said : '3.0';
}

/** What has another name may be read otherwise once it is written anew, and is kept as it stands. */
export function isPropertyName(name: string): boolean {
  return /^[\w-]+$/.test(name);
}

/** One property of its lines as they stand. `old`: of vCard 2.1, where every line is kept as it is. */
export function readLine(stored: StoredLines, old: boolean): VcardLine {
  const text = isEncoded(stored) ? unfoldEncoded(stored) : unfold(stored, old);
  const match = line.exec(text) ?? odd.exec(text);
  if (!match) return { ...kept(stored), unread: 'line' };
  const [, group = '', name = '', params = '', value = ''] = match;
  const plain: VcardLine = { group, name: name.toUpperCase(), params, value };
  const decoded = decodeValue(plain);
  if (decoded === undefined) return old || !isPropertyName(name) ? { ...plain, raw: rawOf(stored) } : plain;
  return { ...plain, ...decoded, raw: rawOf(stored) };
}

/** The line with another value: what the former one was encoded in is not true of it. */
export function withValue({ group, name, params }: VcardLine, value: string): VcardLine {
  return { group, name, params: withoutEncoding(params), value };
}

const noProperty: VcardLine = { group: '', name: '', params: '', value: '' };

function kept(stored: StoredLines): VcardLine {
  return { ...noProperty, raw: rawOf(stored) };
}

/** Without what transfers and old file systems leave before and behind a card. */
function withoutMarks(text: string): string {
  const isMarkOfEnd = (sign: string) => '\0\x1a'.includes(sign) || sign.trim() === '';
  let end = text.length;
  while (end > 0 && isMarkOfEnd(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).replace(/^[\uFEFF\0\s]+/, '');
}

function rawOf(stored: StoredLines): string {
  return stored.join('\r\n');
}

function isMark(mark: RegExp, stored: StoredLines | undefined): boolean {
  // Folded too: written in one line it would be one.
  return stored !== undefined && mark.test(unfold(stored, false));
}
