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
