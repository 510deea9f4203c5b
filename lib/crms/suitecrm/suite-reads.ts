import * as z from 'zod/mini';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier, IdentifierKind } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { Found } from '../../domain/search/found.ts';
import type { CrmMemory } from '../crm-memory.ts';
import type { Http } from '../http/http.ts';
import { remembered } from '../http/remembered.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { type IdentifierFields, storedText } from '../identifiers/other-identifiers.ts';
import { digitPatterns } from '../identifiers/phone-variants.ts';
import { cutUnread } from '../records/cut-unread.ts';
import { eachReadable } from '../records/each-readable.ts';
import { plainTexts } from '../records/plain-text.ts';
import { readEach, readOne, readValues } from '../records/read-each.ts';
import type { ReadRecord } from '../records/record-driver.ts';
import {
  contactOfSuite,
  type SuiteAttributes,
  type SuiteMapping,
  suiteOwnFields,
  suiteRecordSchema,
} from './suite-contact.ts';
import {
  suiteEmailSlot,
  suiteFieldNames,
  suiteFieldSchema,
  suiteFieldsSchema,
  suitePhoneSlots,
} from './suite-fields.ts';
import type { createSuiteLegacy } from './suite-legacy.ts';

export interface SuiteReadsParts {
  http: Http;
  /** The older API, where there is a user for it. */
  legacy: ReturnType<typeof createSuiteLegacy> | undefined;
  region: string;
  /** The fields that the settings name for other kinds. */
  others: IdentifierFields;
  /** What can be found at all. */
  kinds: IdentifierKind[];
  memory: CrmMemory | undefined;
  report: ReportUnread | undefined;
}

const recordSchema = z.object({ data: z.looseObject({}) });
const recordsSchema = z.object({
  data: z.array(z.unknown()).check(z.maxLength(200)),
  meta: z.nullish(z.looseObject({ 'total-pages': z.nullish(z.number()) })),
});
const describedSchema = z.object({
  data: z.object({ attributes: z.record(z.string(), z.unknown()) }),
});
const mostHits = '50';
const module = 'Api/V8/module/Contacts';

/** Everything that reads contacts of SuiteCRM. */
export function createSuiteReads({ http, legacy, region, others, kinds, memory, report }: SuiteReadsParts) {
  const slots = { ...others, phone: suitePhoneSlots, email: [suiteEmailSlot] };
  const fieldsOnce = remembered(memory, 'fields', suiteFieldsSchema, async () => {
    const path = 'Api/V8/meta/fields/Contacts';
    const { data } = await http.read({ method: 'get', path, reply: describedSchema });
    const attributes = readValues(suiteFieldSchema, data.attributes, { of: 'field', report });
    return { data: { attributes } };
  });

  async function mapping(signal?: AbortSignal): Promise<SuiteMapping> {
    const { data } = await fieldsOnce(signal);
    return { region, slots, fields: data.attributes };
  }

  function asked({ fields }: SuiteMapping): Record<string, string> {
    const names = [...suiteOwnFields, ...Object.values(slots).flat(), ...suiteFieldNames(fields)];
    return { 'fields[Contacts]': [...new Set(names)].join(',') };
  }

  async function get(id: string, signal?: AbortSignal): Promise<ReadRecord<SuiteAttributes> | null> {
    if (!/^[\w-]{1,64}$/.test(id)) return null;
    const map = await mapping(signal);
    try {
      const path = `${module}/${encodeURIComponent(id)}`;
      const { data } = await http.read({
        method: 'get',
        path,
        query: asked(map),
        reply: recordSchema,
        signal,
      });
      const { value, raw } = readOne(suiteRecordSchema(map), plainRecord(data), { report });
      const record = attributesOf(raw);
      return { contact: cutUnread(contactOfSuite(value, record, map), record, slots), record };
    } catch (error) {
      if (error instanceof CrmError && error.safe.code === 'not-found') return null;
      throw error;
    }
  }

  /** The first page of what fits any of the conditions, or all where they say so. */
  async function page(where: Record<string, string>, signal?: AbortSignal): Promise<Found> {
    const map = await mapping(signal);
    const query = { ...asked(map), 'filter[operator]': 'or', ...where, 'page[size]': mostHits };
    const { data, meta } = await http.read({
      method: 'get',
      path: module,
      query,
      reply: recordsSchema,
      signal,
    });
    const contacts = contactsOf(data, map);
    return (meta?.['total-pages'] ?? 1) > 1 ? { contacts, more: true } : { contacts };
  }

  function contactsOf(data: unknown[], map: SuiteMapping): Contact[] {
    const records = readEach(suiteRecordSchema(map), data.map(plainRecord), { report });
    return records.map(({ value, raw }) => contactOfSuite(value, attributesOf(raw), map));
  }

  /** The people of an account, with everything that SuiteCRM knows of them: relations take no list of fields. */
  async function listOfAccount(id: string, most: number, signal?: AbortSignal): Promise<Contact[]> {
    const map = await mapping(signal);
    const path = `Api/V8/module/Accounts/${encodeURIComponent(id)}/relationships/contacts`;
    const query = { 'page[size]': String(most) };
    const { data } = await http.read({ method: 'get', path, query, reply: recordsSchema, signal });
    return contactsOf(data.slice(0, most), map);
  }

  async function list(where: Record<string, string>, signal?: AbortSignal): Promise<Contact[]> {
    return (await page(where, signal)).contacts;
  }

  /** `filter`: which of those that SuiteCRM names by a number are meant; those that carry it where nothing is said. */
  async function find(
    identifier: Identifier,
    signal?: AbortSignal,
    filter = filterByIdentifier,
  ): Promise<Contact[]> {
    const { kind, value } = identifier;
    if (!kinds.includes(kind)) return [];
    if (kind === 'phone') {
      // An address holds one text for each field: where the plan has changed the digits in front, it is asked twice.
      const lists = digitPatterns(identifier).map((digits) =>
        list(Object.fromEntries(suitePhoneSlots.map((slot) => [`filter[${slot}][like]`, digits])), signal),
      );
      return filter((await Promise.all(lists)).flat(), identifier);
    }
    const own = others[kind] ?? [];
    const text = storedText(identifier);
    if (kind !== 'email' && !own.some((field) => field.endsWith('_c'))) {
      const where = Object.fromEntries(own.map((field) => [`filter[${field}][eq]`, text]));
      return filterByIdentifier(await list(where, signal), identifier);
    }
    const ids =
      kind === 'email'
        ? await legacy?.findByEmail(value, signal)
        : await legacy?.findByFields(own, text, signal);
    const found = await eachReadable((ids ?? []).map((id) => get(id, signal)));
    if (found.length > 0 && found.every((one) => one === undefined))
      throw new CrmError({ code: 'bad-reply' });
    return filterByIdentifier(
      found.flatMap((read) => read?.contact ?? []),
      identifier,
    );
  }

  return { mapping, get, page, listOfAccount, find };
}

function attributesOf({ attributes }: Record<string, unknown>): SuiteAttributes {
  return typeof attributes === 'object' && attributes !== null ? { ...attributes } : {};
}

/** With every text of its attributes read, once. */
function plainRecord(record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return record;
  const { attributes } = record as Record<string, unknown>;
  if (typeof attributes !== 'object' || attributes === null) return record;
  return { ...record, attributes: plainTexts({ ...attributes }) };
}
