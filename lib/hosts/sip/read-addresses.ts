import { withoutRouting } from '../../domain/contact/number-text.ts';

/** One address of a From, To or P-Asserted-Identity header. */
export interface SipAddress {
  displayName: string;
  /** The user part, decoded, without parameters; of a tel URI the number. */
  user: string;
  /** The user part with those of its parameters that belong to a number: `5550123;phone-context=+1212`. */
  dialled: string;
  /** In lower case; empty in a tel URI. */
  host: string;
  /** What follows the address, such as `;privacy=full`, in lower case. */
  parameters: string;
}

const maxAddresses = 8;

/**
 * Reads the addresses of a header: names quoted or bare, escaped, in any script; with or without angle brackets; several
 * separated by commas. What is no sip, sips or tel address is left out. Linear; never throws.
 */
export function readAddresses(header: string): SipAddress[] {
  const addresses: SipAddress[] = [];
  let position = 0;
  while (position < header.length && addresses.length < maxAddresses) {
    const [part, next] = readPart(header, position);
    position = next;
    const address = toAddress(part);
    if (address !== null) addresses.push(address);
  }
  return addresses;
}

interface Part {
  name: string;
  uri: string;
  parameters: string;
}

/** One comma-separated part from `from`, and where the next one begins. */
function readPart(header: string, from: number): [Part, number] {
  let quoted = '';
  let position = from;
  while (header[position] === ' ') position++;
  if (header[position] === '"') [quoted, position] = readQuoted(header, position + 1);
  const comma = indexOrEnd(header, ',', position);
  const open = indexOrEnd(header, '<', position);
  if (open > comma || open === header.length) {
    // Without brackets, what follows a semicolon belongs to the header (RFC 3261, 20.10).
    const bare = header.slice(position, comma);
    const end = indexOrEnd(bare, ';', 0);
    return [
      { name: quoted, uri: bare.slice(0, end).trim(), parameters: bare.slice(end).toLowerCase() },
      comma + 1,
    ];
  }
  const close = indexOrEnd(header, '>', open);
  const end = indexOrEnd(header, ',', close);
  const name = quoted === '' ? header.slice(position, open).trim() : quoted;
  return [
    {
      name,
      uri: header.slice(open + 1, close).trim(),
      parameters: header.slice(close + 1, end).toLowerCase(),
    },
    end + 1,
  ];
}

/** The text of a quoted string without its escapes, and where it ends. */
function readQuoted(header: string, from: number): [string, number] {
  let text = '';
  let position = from;
  while (position < header.length && header[position] !== '"') {
    if (header[position] === '\\') position++;
    text += header[position++] ?? '';
  }
  return [text.trim(), position + 1];
}

function toAddress({ name, uri, parameters }: Part): SipAddress | null {
  const scheme = /^(sips?|tel):/i.exec(uri)?.[1]?.toLowerCase();
  if (scheme === undefined) return null;
  const rest = uri.slice(scheme.length + 1);
  const at = rest.indexOf('@');
  const part = scheme === 'tel' ? until(rest, /\?/) : at === -1 ? '' : until(rest.slice(0, at), /:/);
  const user = decode(until(part, /;/));
  const dialled = decode(withoutRouting(part));
  if (scheme === 'tel') return { displayName: name, user, dialled, host: '', parameters };
  const host = /^(\[[^\]]*\]|[^;:?]*)/.exec(rest.slice(at + 1))?.[0] ?? '';
  return { displayName: name, user, dialled, host: host.toLowerCase(), parameters };
}

function until(text: string, end: RegExp): string {
  const at = text.search(end);
  return (at === -1 ? text : text.slice(0, at)).trim();
}

/** Percent signs decoded where they are well formed. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function indexOrEnd(text: string, search: string, from: number): number {
  const at = text.indexOf(search, from);
  return at === -1 ? text.length : at;
}
