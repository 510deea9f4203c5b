import type { Contact, NewContact } from '../../domain/contact/contact.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { eachOnce } from '../identifiers/stored-identifier.ts';
import { splitName } from '../records/person-name.ts';
import type { RecordChange } from '../records/record-change.ts';
import { valuesOf, withField, withText } from './card-fields.ts';
import { readIdentifiers, readingOfCard, withIdentifiers } from './card-identifiers.ts';
import { withKept } from './kept-lines.ts';
import type { VcardLine } from './vcard/vcard.ts';
import { escapeText, partsOf, unescapeText } from './vcard/vcard-text.ts';

/** A card as it lies on the server: `name` is the last part of its address, `etag` its version. */
export interface Card {
  name: string;
  etag: string;
  lines: VcardLine[];
}

const nameParts = 5;

/** null for a group of cards, which is nobody. */
export function contactOfCard({ name, etag, lines }: Card, region: string): Contact | null {
  const text = (property: string) => unescapeText(firstOf(lines, property)).trim();
  const kind = (text('KIND') || text('X-ADDRESSBOOKSERVER-KIND')).toLowerCase();
  if (kind === 'group') return null;
  const company = kind === 'org' || text('X-ABSHOWAS').toUpperCase() === 'COMPANY';
  const reading = readingOfCard(lines, region);
  return {
    id: name,
    name: (text('FN') || unformattedName(lines)).slice(0, 1_024),
    kind: company ? 'company' : 'person',
    identifiers: eachOnce(
      readIdentifiers(lines, reading).flatMap(({ found }) => found.map(({ identifier }) => identifier)),
    ),
    fields: valuesOf(lines),
    version: etag,
    updatedAt: timeOf(text('REV')),
  };
}

/** The standard demands FN, and some programs leave it empty: then the name's parts, or the company. */
function unformattedName(lines: VcardLine[]): string {
  const parts = (property: string) => partsOf(firstOf(lines, property));
  const [family = '', given = ''] = parts('N');
  return `${given.trim()} ${family.trim()}`.trim() || (parts('ORG')[0] ?? '').trim();
}

/** The first that is there and could be made out, else the first that is there. */
function firstOf(lines: readonly VcardLine[], property: string): string {
  const there = lines.filter(({ name, value }) => name === property && value.trim() !== '');
  return (there.find(({ unread }) => unread === undefined) ?? there[0])?.value ?? '';
}

/** The lines after a change; everything that it does not touch stays as it is. */
export function changedCard(
  lines: VcardLine[],
  { name, identifiers, kept, fields = {} }: RecordChange,
  region: string,
): VcardLine[] {
  const reading = readingOfCard(lines, region);
  let changed = kept === undefined ? lines : withKept(lines, kept, reading);
  if (name !== undefined) changed = withName(changed, name);
  for (const [key, value] of Object.entries(fields)) {
    const next = withField(changed, key, value);
    if (!next) throw new CrmError({ code: 'invalid', fields: { [key]: 'not-a-field' } });
    changed = next;
  }
  return identifiers ? withIdentifiers(changed, identifiers, reading) : changed;
}

/** A new card, in version 3.0, which every server takes. */
export function newCard(uid: string, contact: NewContact, region: string): VcardLine[] {
  const line = (name: string, value: string): VcardLine => ({ group: '', name, params: '', value });
  const company = contact.kind === 'company';
  const start = [
    line('VERSION', '3.0'),
    line('UID', uid),
    ...(company ? [line('X-ABSHOWAS', 'COMPANY'), line('ORG', escapeText(contact.name.trim()))] : []),
  ];
  return changedCard(start, contact, region);
}

function withName(lines: VcardLine[], name: string): VcardLine[] {
  const { firstName, lastName } = splitName(name);
  const before = partsOf(firstOf(lines, 'N'));
  const parts = Array.from({ length: nameParts }, (_none, index) => before[index] ?? '');
  parts.splice(0, 2, lastName, firstName);
  return withText(withText(lines, 'FN', escapeText(name.trim())), 'N', parts.map(escapeText).join(';'));
}

/** REV in either of its forms (20261120T200000Z); a card need not have one. */
function timeOf(rev: string): string {
  const spelled = rev.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6');
  const at = new Date(spelled);
  return Number.isNaN(at.getTime()) ? '1970-01-01T00:00:00Z' : at.toISOString();
}
