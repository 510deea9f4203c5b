/** One property of a vCard, as it stands; `name` is in capitals, `value` still escaped. */
export interface VcardLine {
  /** `item1` of `item1.TEL`: ties a label to what it labels. */
  group: string;
  name: string;
  /** Raw, each with its `;`. */
  params: string;
  value: string;
}

const line = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):([\s\S]*)$/;
const longestLine = 75;
const encoder = new TextEncoder();

/**
 * The properties between BEGIN and END of one vCard (3.0 or 4.0; RFC 2426, RFC 6350), in their order, nothing left out, so
 * that what we do not know survives a write. undefined where it is no vCard.
 */
export function parseVcard(text: string): VcardLine[] | undefined {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .filter((one) => one.trim() !== '');
  const [first = '', ...rest] = lines;
  if (!/^BEGIN:VCARD\s*$/i.test(first) || !/^END:VCARD\s*$/i.test(rest.pop() ?? '')) return undefined;
  const parsed = rest.map((one) => line.exec(one));
  if (parsed.some((match) => match === null)) return undefined;
  return parsed.map((match) => {
    const [, group = '', name = '', params = '', value = ''] = match ?? [];
    return { group, name: name.toUpperCase(), params, value };
  });
}

/** The card as text, lines folded at 75 octets. */
export function writeVcard(lines: VcardLine[]): string {
  const all = ['BEGIN:VCARD', ...lines.map(textOf), 'END:VCARD'];
  return `${all.map(fold).join('\r\n')}\r\n`;
}

/** The values of a parameter; bare ones as vCard 2.1 has them (`TEL;CELL:`) are types. */
export function paramsOf({ params }: VcardLine, name: string): string[] {
  return [...params.matchAll(/;([\w-]+)(?:=((?:"[^"]*"|[^";])*))?/g)].flatMap(([, key = '', value]) => {
    if (value === undefined) return name === 'TYPE' ? [key] : [];
    if (key.toUpperCase() !== name) return [];
    return (value.match(/"[^"]*"|[^,]+/g) ?? []).map((one) => decodeParam(one.replaceAll('"', '')));
  });
}

/** A parameter with its `;`, in quotes where it needs them (RFC 6868). */
export function paramText(name: string, value: string): string {
  const plain = value.replace(/[\^"\n]/g, (sign) => ({ '^': '^^', '"': "^'" })[sign] ?? '^n');
  return `;${name}=${/^[\w.-]+$/.test(plain) ? plain : `"${plain}"`}`;
}

function decodeParam(text: string): string {
  return text.replace(/\^([\^'n])/g, (_all, sign) => ({ '^': '^', "'": '"' })[String(sign)] ?? '\n');
}

/** A text value without its escapes. */
export function unescapeText(value: string): string {
  return value.replace(/\\([\s\S])/g, (_all, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

export function escapeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\\,;\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`));
}

/** The parts of a structured value such as N, ORG or ADR, without escapes. */
export function partsOf(value: string): string[] {
  const parts = [''];
  for (const [piece] of value.matchAll(/\\[\s\S]|;|[^\\;]+/g)) {
    if (piece === ';') parts.push('');
    else parts.push(`${parts.pop()}${piece}`);
  }
  return parts.map(unescapeText);
}

function textOf({ group, name, params, value }: VcardLine): string {
  // A bare line break would end the property and begin one of somebody else's making.
  return `${group === '' ? '' : `${group}.`}${name}${params}:${value}`.replace(/[\r\n]+/g, ' ');
}

function fold(text: string): string {
  if (encoder.encode(text).length <= longestLine) return text;
  const lines: string[] = [];
  let current = '';
  let size = 0;
  for (const character of text) {
    const bytes = encoder.encode(character).length;
    if (size + bytes > longestLine) {
      lines.push(current);
      current = ' ';
      size = 1;
    }
    current += character;
    size += bytes;
  }
  return [...lines, current].join('\r\n');
}
