import { isUnicode } from './charset.ts';
import { encodeQuoted } from './quoted-printable.ts';
import { isPropertyName, type VcardLine, versionOf } from './vcard.ts';
import { charsetOf, withoutEncoding } from './vcard-params.ts';

const longestLine = 75;
const encoder = new TextEncoder();

/** The card as text. What was not changed is as it was; what was is plain in Unicode, and in vCard 2.1 as that has it. */
export function writeVcard(lines: VcardLine[]): string {
  const old = versionOf(lines) === '2.1';
  const all = [
    'BEGIN:VCARD',
    ...lines.filter(({ raw }) => raw !== '').map((one) => (old ? oldText(one) : newText(one))),
    'END:VCARD',
  ];
  return `${all.join('\r\n')}\r\n`;
}

/** Lines are folded at 75 octets. */
function newText(line: VcardLine): string {
  const isFalse = saysFalsely(line);
  if (line.raw !== undefined && !isFalse) return line.raw;
  return fold(
    headOf(line, isFalse ? withoutEncoding(line.params) : line.params) + oneLine(line.value, '\\n'),
  );
}

/** vCard 2.1 knows neither Unicode nor line breaks but encoded, escapes semicolons alone, and breaks no line in a word. */
function oldText(line: VcardLine): string {
  const isFalse = saysFalsely(line);
  if (line.raw !== undefined && !isFalse) return line.raw;
  const params = isFalse ? withoutEncoding(line.params) : line.params;
  const value = line.value.replace(/\\([\s\S])/g, (escaped, sign: string) =>
    sign === ',' ? sign : /n/i.test(sign) ? '\r\n' : escaped,
  );
  const isAscii = /^[\r\n\x20-\x7e]*$/.test(value);
  const head = headOf(line, params);
  const isPlain = isAscii && !/[\r\n]/.test(value);
  if (isPlain && head.length + value.length <= longestLine) return head + value;
  const said = `${isAscii ? '' : ';CHARSET=UTF-8'};ENCODING=QUOTED-PRINTABLE`;
  return encodeQuoted(headOf(line, params + said), value.replace(/\r\n?|\n/g, '\r\n'));
}

/** Of text beyond ASCII that it is in another charset than a card is sent in. */
function saysFalsely(line: VcardLine): boolean {
  const charset = charsetOf(line);
  if (line.unread !== undefined || !isPropertyName(line.name)) return false;
  // The charset is of the value: an odd parameter before it is not in any.
  const value = line.raw === undefined ? line.value : line.raw.slice(line.raw.indexOf(':') + 1);
  return charset !== '' && !isUnicode(charset) && /[^\0-\x7f]/.test(value);
}

function headOf({ group, name }: VcardLine, params: string): string {
  return oneLine(`${group === '' ? '' : `${group}.`}${name}${params}:`, ' ');
}

/** A bare line break would end the property and begin one of somebody else's making. */
function oneLine(text: string, instead: string): string {
  return text.replace(/[\r\n]+/g, instead);
}

function fold(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.replace(/^(.{75})(?=.)|(.{74})(?=.)/g, '$1$2\r\n ');
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
