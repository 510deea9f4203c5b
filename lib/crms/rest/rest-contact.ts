import type { Contact, ContactIdentifier, FieldValue } from '../../domain/contact/contact.ts';
import type { IdentifierKind } from '../../domain/contact/identifier.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import type { IdentifierDefinition, OnlyDefinition } from '../../domain/crm/crm-definition-identifiers.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { readAll, readAt } from '../../domain/text/json-path.ts';
import { readSlots } from '../identifiers/identifier-slots.ts';
import { identifierOfText } from '../identifiers/other-identifiers.ts';
import { eachOnce, type NumberReading, readStored } from '../identifiers/stored-identifier.ts';
import { cutUnread } from '../records/cut-unread.ts';
import { fineVersion } from '../records/fine-version.ts';
import { fingerprint } from '../records/fingerprint.ts';
import { joinName } from '../records/person-name.ts';
import { readFieldValue, readTime } from './field-value.ts';

/** A contact as the CRM sent it. */
export interface RawContact {
  record: unknown;
  /** Child records, by kind, where they were read. */
  rows: Partial<Record<IdentifierKind, unknown>>;
  etag?: string | undefined;
  /** All of it was read; without, nothing may be written by it. */
  whole: boolean;
}

const longestName = 1_024;
const mostIdentifiers = 500;

/** Throws `bad-reply` for what is no record with an id. */
export function contactOfRaw(raw: RawContact, definition: CrmDefinition, region: string): Contact {
  const { record, fields } = definition;
  const values = fields.flatMap((field): [string, FieldValue][] => {
    const value = readFieldValue(readAt(raw.record, field.path ?? field.key), field);
    return value === undefined ? [] : [[field.key, value]];
  });
  const kind = isCompany(raw.record, definition) ? 'company' : 'person';
  const name = nameOf(raw.record, (kind === 'company' && record.company?.name) || record.name).slice(
    0,
    longestName,
  );
  const identifiers = identifiersOf(raw, definition, region);
  const shown = Object.fromEntries(values);
  const contact: Contact = {
    id: idOfRecord(raw.record, definition),
    name,
    kind,
    identifiers,
    fields: shown,
    version: raw.whole ? versionOf(raw, definition, { name, identifiers, fields: shown }) : '',
    updatedAt: readTime(firstAt(raw.record, record.updatedAt)) ?? '1970-01-01T00:00:00Z',
  };
  const slots = Object.values(definition.identifiers).flatMap((one) => one?.slots ?? []);
  const lists = Object.values(definition.identifiers).flatMap((one) => one?.list?.path ?? []);
  // A list goes as it is, with what of it is none; what is no list could only be written over.
  const noLists = lists.filter((path) => !Array.isArray(readAt(raw.record, path)));
  const places = [...slots, ...noLists];
  return cutUnread(contact, slotsOfRecord(raw.record, places), { places });
}

export function idOfRecord(value: unknown, { record }: Pick<CrmDefinition, 'record'>): string {
  const id = textAt(value, record.id);
  if (id === '' || id.length > 256) throw new CrmError({ code: 'bad-reply' });
  return id;
}

/** A text, or a number in letters; empty for anything else. */
export function textAt(value: unknown, path: string): string {
  const found = readAt(value, path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** True where it is marked as deleted. */
export function isDeleted(value: unknown, { record }: Pick<CrmDefinition, 'record'>): boolean {
  const { deleted } = record;
  if (deleted === undefined) return false;
  if (typeof deleted === 'string') return isTrue(readAt(value, deleted));
  return deleted.is.includes(String(readAt(value, deleted.path)));
}

/** True where it is marked as a company. */
export function isCompany(value: unknown, { record }: Pick<CrmDefinition, 'record'>): boolean {
  if (!record.company) return false;
  const { path, is } = record.company;
  return is ? is.includes(String(readAt(value, path))) : isTrue(readAt(value, path));
}

/** CRMs have many ways to say no. */
export function isTrue(mark: unknown): boolean {
  return ![undefined, null, false, '', 0, '0', 'false', 'f', 'N', 'no'].some((one) => one === mark);
}

/** The text fields of a kind, flat, as the slots' own reading and writing takes them. */
export function slotsOfRecord(record: unknown, slots: string[]): Record<string, unknown> {
  return Object.fromEntries(slots.map((path) => [path, readAt(record, path)]));
}

/** How a record's numbers are read: by the country where the definition says, else by the field that is one. */
export function readingOfRaw(
  { record }: Pick<RawContact, 'record'>,
  { record: places, fields }: CrmDefinition,
  region: string,
): NumberReading {
  const field = fields.find(({ key }) => key === 'country');
  const paths = [places.country ?? field?.path ?? field?.key ?? []].flat();
  const countries = paths.map((path) => regionOfCountry(readAt(record, path)));
  return { region, country: countries.find((country) => country !== undefined) };
}

/** An entry of a list or a child record, with the identifier that it is, where it is one. */
export interface HeldEntry {
  entry: unknown;
  identifier: ContactIdentifier | undefined;
}

/** The entries of a kind's list that are meant. */
export function entriesOfList(
  { record }: Pick<RawContact, 'record'>,
  kind: IdentifierKind,
  { list }: IdentifierDefinition,
  reading: NumberReading,
): HeldEntry[] {
  return list ? entriesIn(readAt(record, list.path), { kind, ...list }, reading) : [];
}

/** The child records of a kind that are meant. */
export function entriesOfRows(
  raw: RawContact,
  kind: IdentifierKind,
  { rows }: IdentifierDefinition,
  reading: NumberReading,
): HeldEntry[] {
  if (!rows) return [];
  return entriesIn(readAt(rows.read ? raw.rows[kind] : raw.record, rows.list), { kind, ...rows }, reading);
}

function entriesIn(
  found: unknown,
  { kind, value, only }: { kind: IdentifierKind; value: string; only?: OnlyDefinition },
  reading: NumberReading,
): HeldEntry[] {
  if (!Array.isArray(found)) return [];
  return found
    .filter((entry: unknown) => !only || only.is.includes(String(readAt(entry, only.path))))
    .slice(0, mostIdentifiers)
    .map((entry: unknown) => {
      return { entry, identifier: readStored(identifierOfText(kind, textAt(entry, value)), reading) };
    });
}

/** The identifiers of one kind that a record holds in all its places, each as often as it stands there. */
export function identifiersOfKind(
  raw: RawContact,
  kind: IdentifierKind,
  one: IdentifierDefinition,
  reading: NumberReading,
): ContactIdentifier[] {
  const { slots } = one;
  const entries = [...entriesOfList(raw, kind, one, reading), ...entriesOfRows(raw, kind, one, reading)];
  return [
    ...(slots ? readSlots(slotsOfRecord(raw.record, slots), { [kind]: slots }, reading) : []),
    ...entries.flatMap(({ identifier }) => identifier ?? []),
  ];
}

function identifiersOf(raw: RawContact, definition: CrmDefinition, region: string): ContactIdentifier[] {
  const reading = readingOfRaw(raw, definition, region);
  // Object.entries of a partial record gives its own keys, which are kinds.
  const kinds = Object.entries(definition.identifiers) as [IdentifierKind, IdentifierDefinition][];
  const found = kinds.flatMap(([kind, one]) => identifiersOfKind(raw, kind, one, reading));
  return eachOnce(found).slice(0, mostIdentifiers);
}

function nameOf(record: unknown, name: CrmDefinition['record']['name']): string {
  const paths = typeof name === 'string' ? [name] : [name.first, name.last];
  return joinName(...paths.map((path) => textAt(record, path)));
}

/** The CRM's own, or what the whole record makes: two reads of an unchanged one have the same. */
function versionOf(
  raw: RawContact,
  definition: CrmDefinition,
  parts: Parameters<typeof fineVersion>[1],
): string {
  if (definition.get.etag && raw.etag) return raw.etag;
  const own = firstAt(raw.record, definition.record.version);
  if (typeof own !== 'string' && typeof own !== 'number') return fingerprint([raw.record, raw.rows]);
  // What is sent back to the CRM must be its own; else it may be a clock that counts seconds.
  return namesVersion(definition) ? String(own) : fineVersion(String(own), parts);
}

/** The update tells the CRM which version it is meant for. */
export function namesVersion({ update }: CrmDefinition): boolean {
  return update !== undefined && /\{version\b/.test(JSON.stringify(update.request));
}

function firstAt(value: unknown, paths: string | string[] | undefined): unknown {
  return [paths ?? []]
    .flat()
    .flatMap((path) => readAll(value, path).slice(0, 1))
    .find((one) => one !== null && one !== '' && one !== 0);
}
