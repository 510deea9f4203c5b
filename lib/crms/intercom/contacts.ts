import * as z from 'zod/mini';
import type { Contact, FieldValue } from '../../domain/contact/contact.ts';
import type { Identifier, IdentifierKind } from '../../domain/contact/identifier.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { FieldDefinition } from '../../domain/fields/workspace.ts';
import type { Found } from '../../domain/search/found.ts';
import type { Http } from '../http/http.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { keptSlots, readSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import type { RecordChange } from '../records/record-change.ts';
import type { RecordDriver } from '../records/record-driver.ts';
import { attributeOf, timeOf, valueOfAttribute } from './attributes.ts';
import { queryOfIdentifier, type SearchQuery } from './search-query.ts';

export interface ContactsParts {
  http: Http;
  region: string;
  slots: IdentifierFields;
  kinds: IdentifierKind[];
  definitions(signal?: AbortSignal): Promise<FieldDefinition[]>;
}

export interface Contacts extends RecordDriver<IntercomRecord> {
  list(query: SearchQuery, limit: number, signal?: AbortSignal): Promise<Found>;
  /** `filter`: which of those that Intercom names are meant; those that carry the identifier where nothing is said. */
  find(identifier: Identifier, signal?: AbortSignal, filter?: typeof filterByIdentifier): Promise<Contact[]>;
}

const text = z.optional(z.nullable(z.string()));
const recordSchema = z.object({
  type: z.literal('contact'),
  id: z.string().check(z.regex(/^\w{1,64}$/)),
  external_id: text,
  name: text,
  email: text,
  phone: text,
  language_override: text,
  updated_at: z.number(),
  location: z.optional(z.nullable(z.object({ city: text, country: text, country_code: text }))),
  custom_attributes: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});
type IntercomRecord = z.infer<typeof recordSchema>;
const listSchema = z.object({
  type: z.literal('list'),
  data: z.array(recordSchema).check(z.maxLength(150)),
  total_count: z.nullish(z.int()),
});
const mostRecords = 50;
const custom = 'custom_attributes.';

/** Intercom's contacts, users and leads alike: finding and writing them. */
export function createContacts({ http, region, slots, kinds, definitions }: ContactsParts): Contacts {
  async function contactOf(record: IntercomRecord, signal?: AbortSignal): Promise<Contact> {
    const fields: Record<string, FieldValue> = {};
    if (record.location?.city) fields.city = record.location.city;
    const country = countryOf(record);
    if (country !== undefined) fields.country = country;
    if (record.language_override) fields.language = record.language_override;
    for (const { key, type } of await definitions(signal)) {
      const value = valueOfAttribute(record.custom_attributes?.[key], type);
      if (value !== undefined) fields[key] = value;
    }
    return {
      id: record.id,
      name: record.name ?? record.email ?? '',
      kind: 'person',
      identifiers: readSlots(flat(record), slots, { region, country }),
      fields,
      version: String(record.updated_at),
      updatedAt: timeOf(record.updated_at),
    };
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
    const contacts = await Promise.all(data.map((record) => contactOf(record, signal)));
    return { contacts, ...(typeof total === 'number' && { total }) };
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
        const request = { method: 'get', path: `contacts/${id}`, reply: recordSchema, signal } as const;
        const record = await http.read(request);
        return { contact: await contactOf(record, signal), record };
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
      return (await http.write({ method: 'post', path: 'contacts', json, reply: recordSchema, signal })).id;
    },
    kept: ({ record }) => keptSlots(flat(record), slots),
    async patch({ contact, record }, change, signal) {
      const json = await valuesOf(change, record, signal);
      await http.write({ method: 'put', path: `contacts/${contact.id}`, json, reply: recordSchema, signal });
    },
  };
}

/** Of the place where Intercom last saw the person; its codes have three letters. */
function countryOf({ location }: IntercomRecord): string | undefined {
  return regionOfCountry(location?.country_code) ?? regionOfCountry(location?.country);
}

/** Its own attributes beside the custom ones, as searches name them. */
function flat({ custom_attributes: attributes, ...own }: IntercomRecord): Record<string, unknown> {
  return {
    ...own,
    ...Object.fromEntries(Object.entries(attributes ?? {}).map(([key, value]) => [`${custom}${key}`, value])),
  };
}
