import { charCodeAt, emptyTable, fromCodePoint, indexOf, slice, startsWith } from '../page/built-ins.ts';

/** One tag of a piece of XML. */
export interface Tag {
  /** Without its prefix. */
  name: string;
  /** Values decoded; `xmlns` also where it was declared for the tag's own prefix. */
  attributes: Record<string, string>;
  /** Elements around it. */
  depth: number;
  /** Where it begins and where what follows it does. */
  start: number;
  end: number;
}

export interface TagReader {
  open(tag: Tag): void;
  /** `tag`: the one that opened it. */
  close(tag: Tag, at: number): void;
}

const maxTags = 2_000;
const maxDepth = 64;
const maxValue = 1_024;

/**
 * Walks over the tags of a piece of XML, as stanzas are written: both kinds of quotes, entities, comments, CDATA. Stops at
 * what is not well formed. Linear; runs in the page's own world.
 */
export function readTags(text: string, reader: TagReader): void {
  const stack = emptyTable<Tag>();
  let depth = 0;
  let position = 0;
  for (let count = 0; count < maxTags; count++) {
    const start = indexOf(text, '<', position);
    if (start === -1) return;
    const second = charCodeAt(text, start + 1);
    // Declarations, comments, CDATA, instructions.
    if (second === 33 || second === 63) {
      const close = startsWith(text, '<!--', start)
        ? '-->'
        : startsWith(text, '<![CDATA[', start)
          ? ']]>'
          : '>';
      const end = indexOf(text, close, start);
      if (end === -1) return;
      position = end + close.length;
      continue;
    }
    if (second === 47) {
      const end = indexOf(text, '>', start);
      const tag = stack[--depth];
      if (end === -1 || tag === undefined) return;
      reader.close(tag, start);
      position = end + 1;
      continue;
    }
    const read = readTag(text, start, depth);
    if (read === null) return;
    position = read.tag.end;
    reader.open(read.tag);
    if (read.empty) reader.close(read.tag, read.tag.start);
    // The stream's own tag (before RFC 7395) is closed in another frame.
    else if (read.tag.name !== 'stream') {
      if (depth >= maxDepth) return;
      stack[depth++] = read.tag;
    }
  }
}

function readTag(text: string, start: number, depth: number): { tag: Tag; empty: boolean } | null {
  const attributes = emptyTable<string>();
  const full = nameAt(text, start + 1);
  if (full === '') return null;
  let position = start + 1 + full.length;
  for (;;) {
    position = skipSpace(text, position);
    const code = charCodeAt(text, position);
    if (code === 62 || code === 47) {
      const end = code === 62 ? position + 1 : position + 2;
      if (code === 47 && charCodeAt(text, position + 1) !== 62) return null;
      const colon = indexOf(full, ':');
      const own = colon === -1 ? undefined : attributes[`xmlns:${slice(full, 0, colon)}`];
      if (own !== undefined) attributes.xmlns = own;
      return { tag: { name: slice(full, colon + 1), attributes, depth, start, end }, empty: code === 47 };
    }
    const name = nameAt(text, position);
    position = skipSpace(text, position + name.length);
    if (name === '' || charCodeAt(text, position) !== 61) return null;
    position = skipSpace(text, position + 1);
    const quote = charCodeAt(text, position);
    if (quote !== 34 && quote !== 39) return null;
    const end = indexOf(text, quote === 34 ? '"' : "'", position + 1);
    if (end === -1) return null;
    attributes[name] = decodeEntities(slice(text, position + 1, end));
    position = end + 1;
  }
}

/** What stands up to a space, `=`, `/`, `>`, `<` or a quote. */
function nameAt(text: string, from: number): string {
  let position = from;
  for (; position < text.length && position - from < 128; position++) {
    const code = charCodeAt(text, position);
    if (code <= 32 || (code >= 60 && code <= 62) || code === 47 || code === 34 || code === 39) break;
  }
  return slice(text, from, position);
}

function skipSpace(text: string, from: number): number {
  let position = from;
  while (position < text.length && charCodeAt(text, position) <= 32) position++;
  return position;
}

/** The first 1,024 characters, decoded. What is no known entity stays as it is. */
export function decodeEntities(long: string): string {
  const text = slice(long, 0, maxValue);
  let decoded = '';
  let position = 0;
  for (;;) {
    const start = indexOf(text, '&', position);
    if (start === -1) return decoded + slice(text, position);
    const end = indexOf(slice(text, start, start + 12), ';');
    const character = end === -1 ? undefined : characterOf(slice(text, start + 1, start + end));
    decoded += slice(text, position, start) + (character ?? '&');
    position = character === undefined ? start + 1 : start + end + 1;
  }
}

function characterOf(entity: string): string | undefined {
  switch (entity) {
    case 'lt':
      return '<';
    case 'gt':
      return '>';
    case 'amp':
      return '&';
    case 'quot':
      return '"';
    case 'apos':
      return "'";
  }
  if (charCodeAt(entity, 0) !== 35) return undefined;
  const number = charCodeAt(entity, 1) === 120 ? +`0x${slice(entity, 2)}` : +slice(entity, 1);
  return number > 0 && number <= 0x10ffff ? fromCodePoint(number) : undefined;
}
