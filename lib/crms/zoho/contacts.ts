import * as z from 'zod/mini';
import type { Contact, FieldValue } from '../../domain/contact/contact.ts';
import type { Identifier, IdentifierKind } from '../../domain/contact/identifier.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { Found } from '../../domain/search/found.ts';
import type { Http } from '../http/http.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { keptSlots, readSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import { type IdentifierFields, storedText } from '../identifiers/other-identifiers.ts';
import type { NumberReading } from '../identifiers/stored-identifier.ts';
import { cutUnread } from '../records/cut-unread.ts';
import { fineVersion } from '../records/fine-version.ts';
import { fingerprint } from '../records/fingerprint.ts';
import { joinName, splitName } from '../records/person-name.ts';
import { type ReadRow, readEach } from '../records/read-each.ts';
import type { RecordChange } from '../records/record-change.ts';
import type { RecordDriver } from '../records/record-driver.ts';
import { decodeZoho } from './errors.ts';
import { type ShownField, valueOfZoho, valueSchemaOf } from './fields.ts';
import { createRecords, findByNumber, holdsOneOf } from './records.ts';

export interface ContactsParts {
  http: Http;
  region: string;
  kinds: IdentifierKind[];
  layout(signal?: AbortSignal): Promise<Layout>;
  report: ReportUnread | undefined;
}

interface Layout {
  slots: IdentifierFields;
  /** Whether a contact says which account it is of. */
  ofAccounts: boolean;
  shown: ShownField[];
}

export interface Contacts extends RecordDriver<ZohoRecord> {
  /** `filter`: which of those that Zoho names are meant; those that carry the identifier where nothing is said. */
  find(identifier: Identifier, signal?: AbortSignal, filter?: typeof filterByIdentifier): Promise<Contact[]>;
  /** `what`: a word or an e-mail address, as Zoho's own search takes them. */
  search(what: Record<string, string>, limit: number, signal?: AbortSignal): Promise<Found>;
  listOfAccount(accountId: string, limit: number, signal?: AbortSignal): Promise<Contact[]>;
}

const text = z.nullish(z.string());
const ownSchema = z.looseObject({
  id: z.string().check(z.regex(/^\d{1,25}$/)),
  First_Name: text,
  Last_Name: text,
  Modified_Time: z.optional(z.nullable(z.iso.datetime({ offset: true }))),
});
type ZohoRecord = z.infer<typeof ownSchema>;
const writtenSchema = z.object({
  data: z.tuple([z.object({ code: z.literal('SUCCESS'), details: z.looseObject({ id: z.string() }) })]),
});
const path = 'crm/v8/Contacts';
const mostRecords = 100;
const countryFields = ['Mailing_Country', 'Other_Country'];

/** Zoho's contacts: finding and writing them. */
export function createContacts({ http, region, kinds, layout, report }: ContactsParts): Contacts {
  const records = createRecords(http, 'Contacts');

  /** Zoho takes any text for a country, or one of a list of names. */
  function readingOf(record: Partial<ZohoRecord>): NumberReading {
    return { region, country: countryFields.map((name) => regionOfCountry(record[name])).find(Boolean) };
  }

  async function recordsOf(data: unknown[], signal?: AbortSignal) {
    const known = await layout(signal);
    return readEach(recordSchema(known), data, { report }).map((record) => ({
      contact: contactOf(record, known),
      record: record.value,
    }));
  }

  function contactOf({ value: record, raw }: ReadRow<ZohoRecord>, { slots, shown }: Layout): Contact {
    const fields: Record<string, FieldValue> = {};
    for (const { name, definition } of shown) {
      const value = valueOfZoho(record[name]);
      if (value !== undefined) fields[definition.key] = value;
    }
    const changed = record.Modified_Time;
    const name = joinName(record.First_Name, record.Last_Name);
    const identifiers = readSlots(record, slots, readingOf(record));
    const contact: Contact = {
      id: record.id,
      name,
      kind: 'person',
      identifiers,
      fields,
      // COQL tells other records by their ids alone: fields differ by the way they were asked for.
      version: changed ? fineVersion(changed, { name, identifiers }) : fingerprint(record),
      updatedAt: changed ?? '1970-01-01T00:00:00Z',
    };
    return cutUnread(contact, raw, slots);
  }

  async function asked(signal?: AbortSignal): Promise<string> {
    const { slots, shown } = await layout(signal);
    const own = ['First_Name', 'Last_Name', 'Modified_Time'];
    const places = countryFields.filter((one) => shown.some(({ name }) => name === one));
    return [...new Set([...own, ...Object.values(slots).flat(), ...places, ...shown.map(({ name }) => name)])]
      .slice(0, 50)
      .join(',');
  }

  async function search(what: Record<string, string>, limit: number, signal?: AbortSignal): Promise<Found> {
    const { rows, more } = await records.search(what, { fields: await asked(signal), limit }, signal);
    const contacts = (await recordsOf(rows, signal)).map(({ contact }) => contact);
    return { contacts, ...(more && { more }) };
  }

  async function where(criteria: string, limit: number, signal?: AbortSignal): Promise<Contact[]> {
    const rows = await records.query(criteria, { fields: await asked(signal), limit }, signal);
    return (await recordsOf(rows, signal)).map(({ contact }) => contact);
  }

  async function find(
    identifier: Identifier,
    signal?: AbortSignal,
    filter = filterByIdentifier,
  ): Promise<Contact[]> {
    const { kind, value } = identifier;
    const names = (await layout(signal)).slots[kind];
    if (!names) return [];
    if (kind === 'email')
      return filterByIdentifier((await search({ email: value }, mostRecords, signal)).contacts, identifier);
    const withText = (texts: string[]) => where(holdsOneOf(names, texts), mostRecords, signal);
    if (kind !== 'phone') {
      const text = storedText(identifier);
      return filterByIdentifier(await withText([text, `@${text}`]), identifier);
    }
    const searched = async (phone: string) => (await search({ phone }, mostRecords, signal)).contacts;
    return findByNumber(identifier, { spelled: withText, searched, filter });
  }

  async function valuesOf(
    { name, fields = {}, ...places }: RecordChange,
    before: ZohoRecord | undefined,
    signal?: AbortSignal,
  ) {
    const { slots, shown } = await layout(signal);
    const values: Record<string, unknown> = {};
    if (name !== undefined) {
      const { firstName, lastName } = splitName(name);
      Object.assign(values, { First_Name: firstName || null, Last_Name: lastName });
    }
    const changes = slotChanges(before ?? {}, places, { fields: slots, reading: readingOf(before ?? {}) });
    for (const [slot, text] of Object.entries(changes)) values[slot] = text === '' ? null : text;
    for (const [key, value] of Object.entries(fields)) {
      const field = shown.find(({ definition }) => definition.key === key);
      if (!field || field.definition.readOnly)
        throw new CrmError({ code: 'invalid', fields: { [key]: 'read-only' } });
      values[field.name] = value === '' ? null : value;
    }
    return values;
  }

  return {
    identifiers: kinds,
    find,
    search,
    async listOfAccount(accountId, limit, signal) {
      if (!(await layout(signal)).ofAccounts) return [];
      // By the dot a criterion reaches into the record that a lookup names.
      // https://www.zoho.com/crm/developer/docs/api/v8/COQL-Joins.html (seen 2026-11-30)
      return where(`Account_Name.id = '${accountId}'`, limit, signal);
    },
    async get(id, signal) {
      if (!/^[1-9]\d{0,24}$/.test(id)) return null;
      const rows = await records.get(id, await asked(signal), signal);
      return rows && ((await recordsOf(rows, signal))[0] ?? null);
    },
    async insert(contact, signal) {
      const json = { data: [await valuesOf(contact, undefined, signal)] };
      const { data } = await http.write({
        method: 'post',
        path,
        json,
        decode: decodeZoho,
        reply: writtenSchema,
        signal,
      });
      return data[0].details.id;
    },
    async kept({ record }, signal) {
      return keptSlots(record, (await layout(signal)).slots);
    },
    async patch({ contact, record }, change, signal) {
      const json = { data: [await valuesOf(change, record, signal)] };
      await http.write({
        method: 'put',
        path: `${path}/${contact.id}`,
        json,
        decode: decodeZoho,
        reply: writtenSchema,
        signal,
      });
    },
  };
}

/** With these fields; a text in each place for identifiers. */
function recordSchema({ slots, shown }: Layout) {
  const places = Object.values(slots).flat();
  const each = [
    ...places.map((name) => [name, z.nullish(z.union([z.string(), z.number()]))]),
    ...shown.map(({ name, definition }) => [name, valueSchemaOf(definition.type)]),
  ].filter(([name]) => !Object.hasOwn(ownSchema.shape, String(name)));
  // What each of them is, is looked at where it is shown.
  return z.extend(ownSchema, Object.fromEntries(each)) as typeof ownSchema;
}
