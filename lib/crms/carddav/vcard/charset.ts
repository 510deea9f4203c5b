/** What bytes of a card say. `damaged`: some of them stand for no sign of that charset. */
export interface BytesRead {
  text: string;
  damaged: boolean;
}

/** Names that telephones and Outlook use, and the platform's decoder does not know (WHATWG Encoding, 4.2). */
const otherNames: Readonly<Record<string, string>> = {
  ansi: 'windows-1252',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  eucjp: 'euc-jp',
  'latin-1': 'iso-8859-1',
  macroman: 'macintosh',
  utf_8: 'utf-8',
  'windows-932': 'shift_jis',
  'windows-936': 'gbk',
};
/** Where nothing is said, and where what is said is often not so. */
const often = /^(?:|utf-?8|us-ascii|ascii|7bit|8bit)$/;

/** The text of bytes in a charset as a card names it, '' where it names none; undefined where no such charset is known. */
export function readBytes(bytes: Uint8Array<ArrayBuffer>, charset: string): BytesRead | undefined {
  const name = charset.trim().toLowerCase();
  const unicode = decode(bytes, 'utf-8', true);
  if (unicode !== undefined && (often.test(name) || isAscii(bytes))) return { text: unicode, damaged: false };
  if (often.test(name)) {
    const text = decode(bytes, 'utf-8', false) ?? '';
    // Single bytes of a code page, not Unicode that was cut.
    if (!/[^\0-\x7f\ufffd]/.test(text))
      return { text: decode(bytes, 'windows-1252', false) ?? '', damaged: false };
    return { text, damaged: true };
  }
  const label = otherNames[name] ?? name;
  const whole = decode(bytes, label, true);
  if (whole !== undefined) return { text: whole, damaged: false };
  // Nothing else but Unicode happens to be right Unicode.
  if (unicode !== undefined) return { text: unicode, damaged: false };
  const text = decode(bytes, label, false);
  return text === undefined ? undefined : { text, damaged: true };
}

export function isUnicode(charset: string): boolean {
  return /^utf[-_]?8$/i.test(charset.trim());
}

function isAscii(bytes: Uint8Array): boolean {
  // These write other scripts in bytes below 128, behind an escape or in pairs.
  return bytes.every((byte) => byte < 0x80 && byte !== 0 && byte !== 0x1b);
}

/** undefined for a charset that is not known, and with `fatal` for bytes that are none of it. */
function decode(bytes: Uint8Array<ArrayBuffer>, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}
