/** The values of a parameter; bare ones as vCard 2.1 has them (`TEL;CELL:`) are types. */
export function paramsOf({ params }: { params: string }, name: string): string[] {
  return [...params.matchAll(parameter)].flatMap(([, key = '', value]) => {
    if (value === undefined) return name === 'TYPE' ? [key] : [];
    if (key.toUpperCase() !== name) return [];
    return (value.match(/"[^"]*"|[^,]+/g) ?? []).map((one) => decodeParam(one.replaceAll('"', '').trim()));
  });
}

const parameter = /;\s*([\w-]+)(?:\s*=\s*((?:"[^"]*"|[^";])*))?/g;

/** A parameter with its `;`, in quotes where it needs them (RFC 6868). */
export function paramText(name: string, value: string): string {
  const plain = value.replace(/[\^"\n]/g, (sign) => ({ '^': '^^', '"': "^'" })[sign] ?? '^n');
  return `;${name}=${/^[\w.-]+$/.test(plain) ? plain : `"${plain}"`}`;
}

function decodeParam(text: string): string {
  return text.replace(/\^([\^'n])/g, (_all, sign) => ({ '^': '^', "'": '"' })[String(sign)] ?? '\n');
}

/** How a value is encoded, if it is. */
export function encodingOf(line: { params: string }): 'quoted-printable' | 'base64' | undefined {
  const said = [...paramsOf(line, 'ENCODING'), ...paramsOf(line, 'TYPE')].map((one) => one.toLowerCase());
  if (said.includes('quoted-printable')) return 'quoted-printable';
  return said.includes('base64') || paramsOf(line, 'ENCODING').some((one) => /^b$/i.test(one))
    ? 'base64'
    : undefined;
}

/** Empty where the card does not say. */
export function charsetOf(line: { params: string }): string {
  return paramsOf(line, 'CHARSET')[0] ?? '';
}

/** Without what it says of encoding and charset, which are those of the value that stood there. */
export function withoutEncoding(params: string): string {
  return params.replace(parameter, (all, key: string, value?: string) => {
    const isBare = value === undefined && /^(?:quoted-printable|base64|[78]bit)$/i.test(key);
    return isBare || /^(?:encoding|charset)$/i.test(key) ? '' : all;
  });
}
