import type { FieldValue } from '../../domain/contact/contact.ts';
import type { FieldDefinition } from '../../domain/fields/workspace.ts';
import { serviceOfProperty } from './messengers.ts';
import { type VcardLine, withValue } from './vcard/vcard.ts';
import { encodingOf } from './vcard/vcard-params.ts';
import { escapeText, partsOf, unescapeText } from './vcard/vcard-text.ts';

/** Where a field stands in a card. `part`: of a structured value. */
interface Place {
  property: string;
  part?: number;
  definition: FieldDefinition;
}

const places: Place[] = [
  { property: 'ORG', part: 0, definition: { key: 'company', label: '', type: 'text' } },
  { property: 'TITLE', definition: { key: 'jobTitle', label: '', type: 'text' } },
  { property: 'ROLE', definition: { key: 'role', label: '', type: 'text' } },
  { property: 'NICKNAME', definition: { key: 'nickname', label: '', type: 'text' } },
  { property: 'ADR', part: 2, definition: { key: 'street', label: '', type: 'text' } },
  { property: 'ADR', part: 5, definition: { key: 'zip', label: '', type: 'text' } },
  { property: 'ADR', part: 3, definition: { key: 'city', label: '', type: 'text' } },
  // In words: no country code.
  { property: 'ADR', part: 6, definition: { key: 'countryName', label: '', type: 'text' } },
  { property: 'URL', definition: { key: 'website', label: '', type: 'url' } },
  { property: 'BDAY', definition: { key: 'birthday', label: '', type: 'date' } },
  { property: 'NOTE', definition: { key: 'note', label: '', type: 'long-text' } },
];
const addressParts = 7;
/** Extensions that say how a card is drawn, or are identifiers. */
const notShown =
  /^X-(AB|CLIENT-ID|SOCIALPROFILE|ADDRESSBOOKSERVER|RADICALE|EVOLUTION|MOZILLA|PHOTO|IMAGE|UID|PRODID|CRYPTO|SCOPE)/;
const mostExtensions = 30;

/** The fields of the standard, and one for every extension that the cards of this book have. */
export function fieldsOfBook(extensions: Iterable<string>): FieldDefinition[] {
  const own = [...new Set(extensions)].filter(isShown).sort().slice(0, mostExtensions);
  return [
    ...places.map(({ definition }) => definition),
    ...own.map((name): FieldDefinition => ({ key: name, label: labelOf(name), type: 'text' })),
  ];
}

export function extensionsOf(lines: VcardLine[]): string[] {
  return lines
    .filter(isText)
    .map(({ name }) => name)
    .filter(isShown);
}

export function valuesOf(lines: VcardLine[]): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const { property, part, definition } of places) {
    const line = lines.find(({ name }) => name === property);
    if (!line) continue;
    const text = part === undefined ? unescapeText(line.value) : (partsOf(line.value)[part] ?? '');
    const value = definition.type === 'date' ? dateOf(text) : text.trim();
    if (value) values[definition.key] = value;
  }
  for (const { name, value } of lines.filter(isText)) {
    if (isShown(name) && values[name] === undefined && value.trim() !== '')
      values[name] = unescapeText(value);
  }
  return values;
}

/** The lines with one field changed; null where it is no field of a card. */
export function withField(lines: VcardLine[], key: string, value: FieldValue): VcardLine[] | null {
  const place = places.find(({ definition }) => definition.key === key);
  const text = String(value ?? '');
  if (!place) return isShown(key) ? withText(lines, key, escapeText(text)) : null;
  if (place.part === undefined) return withText(lines, place.property, escapeText(text));
  const before = lines.find(({ name }) => name === place.property)?.value ?? '';
  const parts = partsOf(before);
  if (place.property === 'ADR') while (parts.length < addressParts) parts.push('');
  parts[place.part] = text;
  const written = parts.every((part) => part === '') ? '' : parts.map(escapeText).join(';');
  return withText(lines, place.property, written);
}

/** The first property of that name with this value, still escaped; without any where it is empty. */
export function withText(lines: VcardLine[], property: string, value: string): VcardLine[] {
  const first = lines.findIndex(({ name }) => name === property);
  if (first < 0) return value === '' ? lines : [...lines, { group: '', name: property, params: '', value }];
  if (value === '') return lines.filter((_line, index) => index !== first);
  return lines.map((line, index) => (index === first ? withValue(line, value) : line));
}

function isShown(name: string): boolean {
  return /^X-[\w-]{1,60}$/.test(name) && !notShown.test(name) && serviceOfProperty(name) === undefined;
}

/** Pictures, and what else is no text, stay with their programs. */
function isText(line: VcardLine): boolean {
  return encodingOf(line) !== 'base64' || (line.raw !== undefined && line.value !== '');
}

function labelOf(name: string): string {
  const words = name.slice(2).toLowerCase().replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Also without dashes, and with a time behind; a birthday without its year is none. */
function dateOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(text.trim()) ?? [];
  return year && `${year}-${month}-${day}`;
}
