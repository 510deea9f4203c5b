import * as z from 'zod/mini';
import type { Contact, FieldValue } from '../../domain/contact/contact.ts';
import type { Identifier, IdentifierKind } from '../../domain/contact/identifier.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { FieldDefinition } from '../../domain/fields/workspace.ts';
import { countedFound, type Found } from '../../domain/search/found.ts';
import type { Http } from '../http/http.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { keptSlots, readSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import { cutUnread } from '../records/cut-unread.ts';
import { fineVersion } from '../records/fine-version.ts';
import { fingerprint } from '../records/fingerprint.ts';
import { plainText } from '../records/plain-text.ts';
import { type ReadRow, readEach, readOne } from '../records/read-each.ts';
import type { RecordChange } from '../records/record-change.ts';
import type { RecordDriver } from '../records/record-driver.ts';
import { timeOfSeconds } from '../records/utc-time.ts';
import { attributeOf, valueOfAttribute } from './attributes.ts';
import { queryOfIdentifier, type SearchQuery } from './search-query.ts';

export interface ContactsParts {
  http: Http;
  region: string;
  slots: IdentifierFields;
  kinds: IdentifierKind[];
  definitions(signal?: AbortSignal): Promise<FieldDefinition[]>;
  report: ReportUnread | undefined;
}

export interface Contacts extends RecordDriver<IntercomRecord> {
  list(query: SearchQuery, limit: number, signal?: AbortSignal): Promise<Found>;
  /** `filter`: which of those that Intercom names are meant; those that carry the identifier where nothing is said. */
  find(identifier: Identifier, signal?: AbortSignal, filter?: typeof filterByIdentifier): Promise<Contact[]>;
}

const text = z.optional(z.nullable(z.string()));
const idSchema = z.string().check(z.regex(/^\w{1,64}$/));
const recordSchema = z.object({
  type: z.optional(z.literal('contact')),
  id: idSchema,
  external_id: text,
  name: text,
  email: text,
  phone: text,
  language_override: text,
  updated_at: z.optional(z.number()),
  archived: z.optional(z.nullable(z.boolean())),
  location: z.optional(z.nullable(z.object({ city: text, country: text, country_code: text }))),
  custom_attributes: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});
type IntercomRecord = z.infer<typeof recordSchema>;
const listSchema = z.object({
  type: z.literal('list'),
  data: z.array(z.unknown()).check(z.maxLength(150)),
  total_count: z.nullish(z.int()),
});
const savedSchema = z.looseObject({ id: idSchema });
const mostRecords = 50;
const custom = 'custom_attributes.';

/** Intercom's contacts, users and leads alike: finding and writing them. */
export function createContacts({ http, region, slots, kinds, definitions, report }: ContactsParts): Contacts {
  async function contactOf(
    { value: record, raw }: ReadRow<IntercomRecord>,
    signal?: AbortSignal,
  ): Promise<Contact> {
    const fields: Record<string, FieldValue> = {};
    if (record.location?.city) fields.city = record.location.city;
    const country = countryOf(record);
    if (country !== undefined) fields.country = country;
    if (record.language_override) fields.language = record.language_override;
    for (const { key, type } of await definitions(signal)) {
      const value = valueOfAttribute(record.custom_attributes?.[key], type);
      if (value !== undefined) fields[key] = value;
    }
    const name = plainText(record.name ?? record.email ?? '');
    const identifiers = readSlots(flat(record), slots, { region, country });
    const changed = record.updated_at;
    const contact: Contact = {
      id: record.id,
      name,
      kind: 'person',
      identifiers,
      fields,
      version:
        changed === undefined ? fingerprint(record) : fineVersion(String(changed), { name, identifiers }),
      updatedAt: timeOfSeconds(changed ?? 0) ?? '1970-01-01T00:00:00.000Z',
    };
    return cutUnread(contact, flat(raw), slots);
  }

  async function list(query: SearchQuery, limit: number, signal?: AbortSignal): Promise<Found> {
    const json = { query, pagination: { per_page: limit } };
    const { data, total_count: total } = await http.read({
      method: 'post',
      path: 'contacts/search',
      json,
      reply: listSchema,
      signal,
    });
    const records = readEach(recordSchema, data, { report }).filter(({ value }) => !value.archived);
    const contacts = await Promise.all(records.map((record) => contactOf(record, signal)));
    return countedFound(contacts, data.length, total);
  }

  async function valuesOf(
    { name, fields = {}, ...places }: RecordChange,
    before: IntercomRecord | undefined,
    signal?: AbortSignal,
  ) {
    const known = await definitions(signal);
    const values: Record<string, unknown> = name === undefined ? {} : { name: name.trim() };
    const attributes: Record<string, unknown> = {};
    const reading = { region, country: before && countryOf(before) };
    const changes = slotChanges(before ? flat(before) : {}, places, { fields: slots, reading });
    for (const [slot, one] of Object.entries(changes)) {
      if (slot.startsWith(custom)) attributes[slot.slice(custom.length)] = one === '' ? null : one;
      else values[slot] = one === '' ? null : one;
    }
    for (const [key, value] of Object.entries(fields)) {
      const definition = known.find((one) => one.key === key && !one.readOnly);
      const attribute = definition && attributeOf(value, definition.type);
      if (key === 'language') values.language_override = value;
      else if (attribute === undefined) {
        throw new CrmError({
          code: 'invalid',
          fields: { [key]: definition ? 'not-valid' : 'read-only' },
        });
      } else attributes[key] = attribute;
    }
    return { ...values, ...(Object.keys(attributes).length > 0 && { custom_attributes: attributes }) };
  }

  return {
    identifiers: kinds,
    list,
    async get(id, signal) {
      if (!/^\w{1,64}$/.test(id)) return null;
      try {
        const reply = z.looseObject({});
        const request = { method: 'get', path: `contacts/${id}`, reply, signal } as const;
        const record = readOne(recordSchema, await http.read(request), { report });
        if (record.value.archived) return null;
        return { contact: await contactOf(record, signal), record: record.value };
      } catch (error) {
        if (error instanceof CrmError && error.safe.code === 'not-found') return null;
        throw error;
      }
    },
    async find(identifier, signal, filter = filterByIdentifier) {
      const query = queryOfIdentifier(identifier, slots);
      return query ? filter((await list(query, mostRecords, signal)).contacts, identifier) : [];
    },
    async insert(contact, signal) {
      const values = await valuesOf(contact, undefined, signal);
      // A user must have an address or an id; anybody may be a lead.
      const role = 'email' in values || 'external_id' in values ? 'user' : 'lead';
      const json = { role, ...values };
      return (await http.write({ method: 'post', path: 'contacts', json, reply: savedSchema, signal })).id;
    },
    kept: ({ record }) => keptSlots(flat(record), slots),
    async patch({ contact, record }, change, signal) {
      const json = await valuesOf(change, record, signal);
      await http.write({ method: 'put', path: `contacts/${contact.id}`, json, reply: savedSchema, signal });
    },
  };
}

/** Of the place where Intercom last saw the person; its codes have three letters. */
function countryOf({ location }: IntercomRecord): string | undefined {
  return regionOfCountry(location?.country_code) ?? regionOfCountry(location?.country);
}

/** Its own attributes beside the custom ones, as searches name them. */
function flat({
  custom_attributes: attributes,
  ...own
}: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    ...own,
    ...Object.fromEntries(Object.entries(attributes ?? {}).map(([key, value]) => [`${custom}${key}`, value])),
  };
}
