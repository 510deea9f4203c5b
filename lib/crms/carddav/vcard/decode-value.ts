import { readBytes } from './charset.ts';
import { decodeQuoted } from './quoted-printable.ts';
import { charsetOf, encodingOf } from './vcard-params.ts';

/** A value that was encoded, as text. `unread`: some of it could not be made out, and stands as it stood. */
export interface DecodedValue {
  value: string;
  unread?: 'text';
}

const binary = /^(?:PHOTO|LOGO|SOUND|KEY)$/;
const word = /=\?([\w.-]+)(?:\*[\w-]+)?\?([QB])\?([^?\s]*)\?=/gi;
/** What is longer is no text. */
const longestText = 65_536;

/** The text of an encoded value; undefined where it is not encoded, or is a picture, which nobody here looks at. */
export function decodeValue(line: { name: string; params: string; value: string }): DecodedValue | undefined {
  const { name, value } = line;
  switch (encodingOf(line)) {
    case 'quoted-printable': {
      const read = decodeQuoted(value, charsetOf(line));
      if (read === undefined) return { value, unread: 'text' };
      return { value: read.text, ...(read.damaged && { unread: 'text' }) };
    }
    case 'base64': {
      if (binary.test(name)) return undefined;
      const text = value.length > longestText ? undefined : textOf(value, charsetOf(line));
      if (text !== undefined) return { value: text };
      // Of an extension that may be whatever its program needs, and no text.
      return { value: '', ...(!name.startsWith('X-') && { unread: 'text' }) };
    }
    default: {
      const text = value.includes('=?') ? withoutWords(value) : value;
      return text === value ? undefined : { value: text };
    }
  }
}

/** With the encoded words of e-mail (RFC 2047), which some mail programs write into cards as well, decoded. */
function withoutWords(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(word, (whole, charset: string, how: string, coded: string) =>
      /b/i.test(how)
        ? (textOf(coded, charset) ?? whole)
        : (decodeQuoted(coded.replaceAll('_', '=20'), charset)?.text ?? whole),
    );
}

function textOf(base64: string, charset: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/\s+/g, '')), (sign) => sign.charCodeAt(0));
    const read = readBytes(bytes, charset);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: pictures have them, and no text has.
    return read && !read.damaged && !/[\0-\x08\x0e-\x1f]/.test(read.text) ? read.text : undefined;
  } catch {
    return undefined;
  }
}
