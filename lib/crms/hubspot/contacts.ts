import * as z from 'zod/mini';
import type { Contact } from '../../domain/contact/contact.ts';
import { type Identifier, type IdentifierKind, sameIdentifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { countedFound, type Found } from '../../domain/search/found.ts';
import type { Http } from '../http/http.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { keptSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import { cutUnread } from '../records/cut-unread.ts';
import { splitName } from '../records/person-name.ts';
import { type ReadRow, readEach, readOne } from '../records/read-each.ts';
import type { RecordChange } from '../records/record-change.ts';
import type { RecordDriver } from '../records/record-driver.ts';
import {
  calculated,
  contactOfRecord,
  countryProperties,
  emailsBeside,
  furtherEmails,
  type HubspotRecord,
  idSchema,
  isHubspotId,
  readingOfRecord,
  recordSchema,
} from './contact.ts';
import { groupsOfIdentifier } from './filter-groups.ts';
import { type ShownProperty, textForProperty } from './properties.ts';

export interface ContactsParts {
  http: Http;
  region: string;
  slots: IdentifierFields;
  kinds: IdentifierKind[];
  shown(signal?: AbortSignal): Promise<ShownProperty[]>;
  report: ReportUnread | undefined;
}

export interface Contacts extends RecordDriver<HubspotRecord> {
  /** `what`: filter groups or a text. */
  list(what: object, limit: number, signal?: AbortSignal): Promise<Found>;
  /** `filter`: which of those that HubSpot names are meant; those that carry the identifier where nothing is said. */
  find(identifier: Identifier, signal?: AbortSignal, filter?: typeof filterByIdentifier): Promise<Contact[]>;
}

const path = 'crm/v3/objects/contacts';
const mostRecords = 100;
/**
 * Characters of a search's body; a longer one is refused, and properties of one's own make it long.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm (of March 2026, seen 2026-11-30)
 */
const longestSearch = 3_000;
const savedSchema = z.looseObject({ id: idSchema });

/** HubSpot's contacts: finding and writing them. */
export function createContacts({ http, region, slots, kinds, shown, report }: ContactsParts): Contacts {
  function contactOf({ value, raw }: ReadRow<HubspotRecord>, known: ShownProperty[]): Contact {
    const contact = contactOfRecord(value, { slots, region, shown: known });
    return cutUnread(contact, { ...(raw.properties as object) }, slots);
  }

  function asked(known: ShownProperty[]): string[] {
    const own = ['firstname', 'lastname', ...Object.values(slots).flat(), furtherEmails];
    own.push(...calculated, ...countryProperties);
    return [...new Set([...own, ...known.map(({ name }) => name)])];
  }

  async function list(what: object, limit: number, signal?: AbortSignal): Promise<Found> {
    const known = await shown(signal);
    const properties = asked(known);
    const whole = { filterGroups: [], sorts: [], after: '0', ...what, limit, properties };
    const isLong = JSON.stringify(whole).length > longestSearch;
    const { results: found, total } = await http.read({
      method: 'post',
      path: `${path}/search`,
      search: true,
      json: isLong ? { ...whole, properties: [] } : whole,
      reply: z.object({
        results: z.array(z.unknown()).check(z.maxLength(limit)),
        total: z.nullish(z.int()),
      }),
      signal,
    });
    const results = isLong ? await wholeOf(found, properties, signal) : found;
    const records = readEach(recordSchema, results, { report }).filter(({ value }) => !value.archived);
    const contacts = records.map((record) => contactOf(record, known));
    return countedFound(contacts, found.length, total);
  }

  /** The same records with all these properties, in their order. */
  async function wholeOf(found: unknown[], properties: string[], signal?: AbortSignal): Promise<unknown[]> {
    const ids = readEach(recordSchema, found, { report }).map(({ value }) => value.id);
    if (ids.length === 0) return [];
    const { results } = await http.read({
      method: 'post',
      path: `${path}/batch/read`,
      json: { inputs: ids.map((id) => ({ id })), properties, propertiesWithHistory: [] },
      reply: z.object({ results: z.array(z.unknown()).check(z.maxLength(ids.length)) }),
      signal,
    });
    const place = (record: unknown) => ids.indexOf(z.safeParse(savedSchema, record).data?.id ?? '');
    return results.toSorted((a, b) => place(a) - place(b));
  }

  async function propertiesOf(
    { name, identifiers, kept, fields = {} }: RecordChange,
    before: HubspotRecord['properties'],
    signal?: AbortSignal,
  ) {
    const known = await shown(signal);
    const mapping = { fields: slots, reading: readingOfRecord(before, region) };
    const properties: Record<string, string> = {};
    if (name !== undefined) {
      const { firstName, lastName } = splitName(name);
      Object.assign(properties, { firstname: firstName, lastname: lastName });
    }
    if (kept !== undefined) Object.assign(properties, slotChanges(before, { kept }, mapping));
    if (identifiers) {
      const beside = emailsBeside(before, region);
      if (!beside.every((one) => identifiers.some((wanted) => sameIdentifier(one, wanted)))) {
        throw new CrmError({ code: 'not-supported', reason: 'read-only' });
      }
      const wanted = identifiers.filter((one) => !beside.some((other) => sameIdentifier(one, other)));
      Object.assign(properties, slotChanges(before, { identifiers: wanted }, mapping));
    }
    for (const [key, value] of Object.entries(fields)) {
      const property = known.find(({ definition }) => definition.key === key);
      if (!property || property.definition.readOnly) {
        throw new CrmError({ code: 'invalid', fields: { [key]: 'read-only' } });
      }
      properties[property.name] = textForProperty(value);
    }
    return properties;
  }

  return {
    identifiers: kinds,
    list,
    async get(id, signal) {
      if (!isHubspotId(id)) return null;
      const known = await shown(signal);
      const query = { properties: asked(known).join(',') };
      try {
        const reply = z.looseObject({});
        const request = { method: 'get', path: `${path}/${id}`, query, reply, signal } as const;
        const record = readOne(recordSchema, await http.read(request), { report });
        return record.value.archived ? null : { contact: contactOf(record, known), record: record.value };
      } catch (error) {
        if (error instanceof CrmError && error.safe.code === 'not-found') return null;
        throw error;
      }
    },
    async find(identifier, signal, filter = filterByIdentifier) {
      const filterGroups = groupsOfIdentifier(identifier, slots);
      if (!filterGroups) return [];
      return filter((await list({ filterGroups }, mostRecords, signal)).contacts, identifier);
    },
    async insert(contact, signal) {
      const json = { properties: await propertiesOf(contact, {}, signal), associations: [] };
      return (await http.write({ method: 'post', path, json, reply: savedSchema, signal })).id;
    },
    kept: ({ record }) => keptSlots(record.properties, slots),
    async patch({ contact, record }, change, signal) {
      const json = { properties: await propertiesOf(change, record.properties, signal) };
      await http.write({ method: 'patch', path: `${path}/${contact.id}`, json, reply: savedSchema, signal });
    },
  };
}
