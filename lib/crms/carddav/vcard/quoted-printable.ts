import { type BytesRead, readBytes } from './charset.ts';

const longestLine = 76;

/**
 * The lines of an encoded property in one (RFC 2045, 6.7): without soft breaks, and without the folds of a program that did not
 * know them, which may fall behind the sign of either.
 */
export function unfoldEncoded(lines: readonly string[]): string {
  const whole = lines.join('');
  const value = whole.slice(whole.indexOf(':') + 1).replace(/=[\dA-F]{2}/gi, '');
  // Where no sign stands for itself, none of the blanks does.
  const spacesEncoded = whole.includes('=20') || !/[^=\s\dA-F;:]/.test(value);
  let text = '';
  let wasSoft = false;
  for (const [index, line] of lines.entries()) {
    const own = line.replace(/=[ \t]*$/, '');
    const isSoft = own.length < line.length;
    const isFolded = index > 0 && /^[ \t]/.test(line);
    const rest = isFolded ? own.slice(1) : own;
    if (isFolded && wasSoft) {
      // The fold fell behind the first sign of a code, or between the codes of one sign.
      const inCode = /^[\dA-F]{2}(?:=|$)/i.test(rest);
      const inSign = /=[89A-F][\dA-F]$/i.test(text.slice(-3)) && /^=[89AB][\dA-F]/i.test(rest);
      text += inCode ? `=${rest}` : spacesEncoded || inSign ? rest : own;
    } else text += rest;
    wasSoft = isSoft;
  }
  return text;
}

/** What an encoded value says; undefined where its charset is not known. What is no code stays as it stands. */
export function decodeQuoted(value: string, charset: string): BytesRead | undefined {
  let text = '';
  let damaged = false;
  // What a server has made Unicode stands beside bytes that it left encoded.
  for (const [, coded, plain = ''] of value.matchAll(/((?:=[\dA-F]{2}|[\0-\x7f])+)|([^\0-\x7f]+)/gi)) {
    if (coded === undefined) {
      text += plain;
      continue;
    }
    const read = readBytes(bytesOf(coded.replace(/=\s*$/, '')), charset);
    if (read === undefined) return undefined;
    text += read.text;
    damaged ||= read.damaged;
  }
  return { text, damaged };
}

/** Text as UTF-8, encoded, in lines of 76 signs behind a head such as `FN;CHARSET=UTF-8:`. */
export function encodeQuoted(head: string, text: string): string {
  const lines: string[] = [];
  let current = head;
  for (const sign of text) {
    // Spaces too: at the beginning of a line some would take them for a fold.
    const coded = /^[!-<>-~]$/.test(sign) ? sign : codesOf(sign);
    if (current.length + coded.length >= longestLine) {
      lines.push(`${current}=`);
      current = '';
    }
    current += coded;
  }
  return [...lines, current].join('\r\n');
}

function bytesOf(coded: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const [, code, sign = ''] of coded.matchAll(/=([\dA-F]{2})|([\s\S])/gi)) {
    bytes.push(code === undefined ? sign.charCodeAt(0) : Number.parseInt(code, 16));
  }
  return Uint8Array.from(bytes);
}

function codesOf(sign: string): string {
  return Array.from(
    new TextEncoder().encode(sign),
    (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}
