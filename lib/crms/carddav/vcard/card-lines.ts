/** The lines of one property as they stand, without their ends. */
export type StoredLines = readonly [string, ...string[]];

const encoded = /^[^:]*[;=]\s*QUOTED-PRINTABLE\s*[;:]/i;
const base64 = /^[^:]*[;=]\s*(?:BASE64|ENCODING\s*=\s*B)\s*[;:]/i;
/** What nobody’s text begins with: the soft break before it breaks nothing. */
const property =
  /^(?:[\w-]+\.)?(?:BEGIN|END|VERSION|N|FN|NICKNAME|TEL|EMAIL|ADR|LABEL|ORG|TITLE|ROLE|NOTE|URL|BDAY|PHOTO|LOGO|SOUND|KEY|UID|REV|GEO|TZ|MAILER|AGENT|CATEGORIES|CLASS|IMPP|PRODID|X-[A-Z\d-]+)(?:;[^:]*)?:/;

/**
 * The properties of a card's text, still as they stand: folded lines, lines behind a soft break of quoted-printable, and the
 * unindented lines of base64 that some telephones write stay with their property.
 */
export function storedLines(text: string): StoredLines[] {
  const found: [string, ...string[]][] = [];
  let current: [string, ...string[]] | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const goesOn =
      current !== undefined &&
      (/^[ \t]/.test(line) || isBroken(current, line) || isMoreBase64(current, line));
    if (goesOn) current?.push(line);
    else {
      // Indented, behind an empty line: it would go on with whatever stands before it.
      current = line.trim() === '' ? undefined : [line.trimStart()];
      if (current) found.push(current);
    }
  }
  return found;
}

/** In quoted-printable. */
export function isEncoded(lines: StoredLines): boolean {
  return encoded.test(headOf(lines));
}

function isBroken(lines: StoredLines, next: string): boolean {
  return /=[ \t]*$/.test(lines.at(-1) ?? '') && isEncoded(lines) && !property.test(next);
}

/** An empty line ends base64 in vCard 2.1, and stays with it. */
function isMoreBase64(lines: StoredLines, next: string): boolean {
  if (!/^[A-Za-z\d+/]*={0,2}$/.test(next) || lines.at(-1) === '') return false;
  return base64.test(headOf(lines));
}

/** The head of a property may be folded too; of a photo it is never more than this. */
function headOf(lines: StoredLines): string {
  return lines
    .slice(0, 4)
    .map((line, index) => (index === 0 ? line : line.replace(/^[ \t]/, '')))
    .join('');
}

/** Folded as the servers do, which is in the middle of words. */
const foldedByServers = 70;

/**
 * The lines of a property in one. `old`: of vCard 2.1, whose programs fold before a blank that belongs to the text, and whose
 * servers fold as with any other.
 */
export function unfold(lines: StoredLines, old: boolean): string {
  return lines.reduce((before, line, index) => {
    const isShort = (lines[index - 1]?.length ?? 0) < foldedByServers;
    return before + (old && isShort ? line.replace(/^[ \t]+/, ' ') : line.replace(/^[ \t]/, ''));
  });
}
